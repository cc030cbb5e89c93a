using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Access.Grants.Crew;

/// <summary>What a crew's table did, or would do.</summary>
/// <param name="Rows">Rows besides the header.</param>
/// <param name="GoodRows">Rows that can be taken over.</param>
/// <param name="Added">Grants that were made.</param>
/// <param name="DryRun">Nothing was changed because nothing should be.</param>
/// <param name="Faults">What is wrong, row by row, at most 500.</param>
/// <param name="FaultCount">How many faults there are in all.</param>
internal sealed record CrewReport(int Rows, int GoodRows, int Added, bool DryRun, IReadOnlyList<ImportFault> Faults, int FaultCount);
