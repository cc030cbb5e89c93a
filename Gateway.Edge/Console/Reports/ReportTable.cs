using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Reports;

/// <summary>One report as figures: what a chart draws, a screen reader reads and a file holds.</summary>
/// <param name="Name">As it stands in an address.</param>
/// <param name="Title">In words.</param>
/// <param name="Columns">The first names the rows.</param>
/// <param name="Rows">One cell for each column; a null is not known.</param>
public sealed record ReportTable(string Name, LocalizedText Title, IReadOnlyList<LocalizedText> Columns, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>Nothing happened.</summary>
    public bool IsEmpty => Rows.All(row => row.Values.All(value => value is null or 0));

    /// <summary>What is to be known of the figures; null for nothing.</summary>
    public LocalizedText? Note { get; init; }
}
