using System.Globalization;

namespace Gateway.Edge.Perception.Evaluation;

/// <summary>One record of a comma-separated file, by column name. Immutable.</summary>
/// <param name="file">Path of the file.</param>
/// <param name="line">Line of the record, 1 for the header.</param>
/// <param name="header">Names of the columns.</param>
/// <param name="fields">As many as there are columns.</param>
internal sealed class CsvRow(string file, int line, IReadOnlyList<string> header, IReadOnlyList<string> fields)
{
    /// <summary>The field of a column that is there.</summary>
    public string this[string column] => Find(column) ?? throw new ArgumentException($"No column {column}.", nameof(column));

    /// <summary>The field of a column; null where the file has no such column.</summary>
    public string? Find(string column)
    {
        for (var index = 0; index < header.Count; index++)
        {
            if (string.Equals(header[index], column, StringComparison.Ordinal))
            {
                return fields[index];
            }
        }

        return null;
    }

    /// <summary>The number in a column.</summary>
    /// <exception cref="InvalidDataException">It is none, or out of range.</exception>
    public double Number(string column, double least, double most)
    {
        var text = this[column];
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Fault(column, $"expected a number from {least:R} to {most:R}, found '{text}'");
    }

    /// <summary>The whole number in a column.</summary>
    /// <exception cref="InvalidDataException">It is none, or out of range.</exception>
    public int Whole(string column, int least, int most)
    {
        var text = this[column];
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw Fault(column, $"expected a whole number from {least} to {most}, found '{text}'");
    }

    /// <summary>The text in a column, which must not be empty.</summary>
    /// <exception cref="InvalidDataException">It is empty.</exception>
    public string Text(string column) => this[column] is { Length: > 0 } text ? text : throw Fault(column, "must not be empty");

    /// <summary>A fault of one field, which names file, line and column.</summary>
    public InvalidDataException Fault(string column, string what) => new($"{file}, line {line}, column {column}: {what}.");
}
