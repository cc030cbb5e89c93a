using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Csv;

/// <summary>The cells of one row by field, with what is wrong with them. Not thread-safe.</summary>
internal sealed class TableCells(TableLine line, TimeZoneInfo zone, List<ImportFault> faults)
{
    /// <summary>The row.</summary>
    public TableLine Line => line;

    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    /// <summary>Fields of the cells that could not be read.</summary>
    public IReadOnlySet<string> Faulty => _faulty;

    /// <summary>A cell's text; null where it is empty or the file has no such column.</summary>
    public string? Text(string field) => CsvWriter.Restore(line.Cell(field).Trim()) is { Length: > 0 } text ? text : null;

    /// <summary>A time in the compound's zone; null where the cell is empty.</summary>
    public DateTimeOffset? Time(string field, bool isEnd) => Text(field) is not { } text
        ? null
        : LocalTimes.Parse(text, zone, isEnd) ?? Fault<DateTimeOffset?>(field, new("不是日期时间。", "This is no date and time."));

    /// <summary>A whole number; null where the cell is empty.</summary>
    public int? Number(string field) => Text(field) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Fault<int?>(field, new("不是整数。", "This is no whole number."));

    /// <summary>Says of a cell that it cannot be read.</summary>
    public T? Fault<T>(string field, LocalizedText reason)
    {
        _faulty.Add(field);
        faults.Add(line.Fault(field, reason));
        return default;
    }
}
