using System.Text;

namespace Gateway.Edge.Access.Csv;

/// <summary>Writes CSV that spreadsheets open without taking a cell for a formula.</summary>
internal static class CsvWriter
{
    private const string FormulaBeginnings = "=+-@\t\r＝＋－＠";

    /// <summary>Rows with CR LF, as spreadsheets write them.</summary>
    public static string Write(IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(cell => Quote(Defuse(cell ?? "")))).Append("\r\n");
        }

        return text.ToString();
    }

    /// <summary>A cell with an apostrophe before it where a spreadsheet would take it for a formula, or for one that was defused.</summary>
    public static string Defuse(string cell) => IsFormula(cell) || IsDefused(cell) ? $"'{cell}" : cell;

    /// <summary>Takes that apostrophe off again.</summary>
    public static string Restore(string cell) => IsDefused(cell) ? cell[1..] : cell;

    private static bool IsFormula(string cell) => cell.Length > 0 && FormulaBeginnings.Contains(cell[0], StringComparison.Ordinal);

    // One or more apostrophes before a formula: each writing adds one, each reading takes one off.
    private static bool IsDefused(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell.TrimStart('\''));

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 || cell != cell.Trim() ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
