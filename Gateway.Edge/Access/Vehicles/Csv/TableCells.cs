using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>The cells of one row by field, with what is wrong with them. Not thread-safe.</summary>
internal sealed class TableCells(CsvRow row, IReadOnlyList<VehicleColumn> columns, TimeZoneInfo zone, List<ImportFault> faults)
{
    /// <summary>A cell could not be read.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>A cell's text; null where it is empty or the file has no such column.</summary>
    public string? Text(string field)
    {
        for (var index = 0; index < columns.Count && index < row.Fields.Count; index++)
        {
            if (columns[index].Field == field)
            {
                var text = CsvWriter.Restore(row.Fields[index].Trim());
                return text.Length == 0 ? null : text;
            }
        }

        return null;
    }

    public VehicleStanding Standing()
    {
        var text = Text("standing") ?? "";
        return StandingWords.Parse(text) ?? Fault<VehicleStanding>("standing", text, Registry.VehicleRefusals.Standing.Reason);
    }

    public DateTimeOffset? Time(string field, bool isEnd) => Text(field) is not { } text
        ? null
        : LocalTimes.Parse(text, zone, isEnd) ?? Fault<DateTimeOffset?>(field, text, new("不是日期时间。", "This is no date and time."));

    public int? Number(string field) => Text(field) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Fault<int?>(field, text, new("不是整数。", "This is no whole number."));

    private T? Fault<T>(string field, string value, LocalizedText reason)
    {
        IsFaulty = true;
        var column = VehicleColumn.All.First(candidate => candidate.Field == field);
        faults.Add(new ImportFault(row.Line, column.Heading, TableFaults.Brief(value), reason, column.Fix));
        return default;
    }
}
