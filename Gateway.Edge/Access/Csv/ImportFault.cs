using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Csv;

/// <summary>One thing in a CSV file that keeps it from being taken over.</summary>
/// <param name="Row">Line of the file on which the row begins, from 1; the header is the first.</param>
/// <param name="Column">The column as the file names it; null for the row or the file as a whole.</param>
/// <param name="Value">What stands there, at most 64 characters.</param>
/// <param name="Reason">What is wrong with it.</param>
/// <param name="Fix">What to write instead.</param>
internal sealed record ImportFault(int Row, string? Column, string Value, LocalizedText Reason, LocalizedText Fix);
