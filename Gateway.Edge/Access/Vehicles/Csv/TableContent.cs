using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>What a CSV file holds.</summary>
/// <param name="Rows">The rows whose form is sound.</param>
/// <param name="Faults">What is wrong with the form of the others, or of the file.</param>
internal sealed record TableContent(IReadOnlyList<TableRow> Rows, IReadOnlyList<ImportFault> Faults);
