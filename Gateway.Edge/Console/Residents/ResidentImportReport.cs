using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Console.Residents;

/// <summary>What a CSV file did, or would do.</summary>
/// <param name="Rows">Rows besides the header.</param>
/// <param name="Added">Residents who are new.</param>
/// <param name="Changed">Residents who were there and differ.</param>
/// <param name="Faults">What is wrong with the file; while there is anything, nothing is taken over.</param>
/// <param name="Done">The residents are now as the file says.</param>
internal sealed record ResidentImportReport(int Rows, int Added, int Changed, IReadOnlyList<ImportFault> Faults, bool Done)
{
    /// <summary>The residents are in, the ends of their leases could not be written.</summary>
    public bool LeasesMissing { get; init; }

    /// <summary>Residents who stand in the file as they are.</summary>
    public int Unchanged => Rows - Added - Changed;
}
