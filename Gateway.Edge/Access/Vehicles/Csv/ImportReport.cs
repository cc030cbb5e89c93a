using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>What a CSV file did, or would do.</summary>
/// <param name="Rows">Rows besides the header.</param>
/// <param name="Added">Vehicles that are new.</param>
/// <param name="Changed">Vehicles that were there and differ.</param>
/// <param name="Unchanged">Vehicles that stand in the file as they are.</param>
/// <param name="DryRun">Nothing was changed because nothing should be.</param>
/// <param name="Faults">What is wrong with the file, at most 500; while there is any, nothing is changed.</param>
/// <param name="FaultCount">How many faults there are in all.</param>
internal sealed record ImportReport(int Rows, int Added, int Changed, int Unchanged, bool DryRun, IReadOnlyList<ImportFault> Faults, int FaultCount)
{
    /// <summary>The vehicles are now as the file says.</summary>
    public bool Done => FaultCount == 0 && !DryRun;
}
