using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console;

/// <summary>One thing that is wrong with a CSV file.</summary>
/// <param name="Row">Line of the file.</param>
/// <param name="Column">The column as the file names it; null for the row or the file as a whole.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Fix">What to write instead.</param>
public sealed record FaultLine(int Row, string? Column, string Value, LocalizedText Reason, LocalizedText Fix);
