namespace Gateway.Edge.Access.Csv;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">Line of the file on which it begins, from 1.</param>
/// <param name="Fields">Its fields.</param>
/// <param name="IsBroken">A quotation mark in it does not close, or stands where none may.</param>
internal sealed record CsvRow(int Line, IReadOnlyList<string> Fields, bool IsBroken = false)
{
    /// <summary>True for a line without anything in it, such as spreadsheets leave at the end.</summary>
    public bool IsBlank => Fields.All(string.IsNullOrWhiteSpace);
}
