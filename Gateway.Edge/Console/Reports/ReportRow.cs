using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Reports;

/// <summary>One row of a report.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Values">Figures; a null is not known.</param>
public sealed record ReportRow(LocalizedText Name, IReadOnlyList<double?> Values);
