using System.Globalization;
using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>The vehicles' table: a CSV file as drafts with their lines, and vehicles as a CSV file.</summary>
internal static class VehicleTable
{
    /// <summary>Largest file in bytes.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    /// <summary>Most rows besides the header.</summary>
    public const int MostRows = 20_000;

    /// <summary>Reads a file. Faults concern its form alone; what the drafts hold is not looked at.</summary>
    public static TableContent Read(ReadOnlySpan<byte> file, TimeZoneInfo zone)
    {
        if (file.Length > LargestFile)
        {
            return TableContent.Of(TableFaults.TooLarge(LargestFile));
        }

        if (CsvText.Decode(file) is not { } text)
        {
            return TableContent.Of(TableFaults.Encoding);
        }

        using var rows = CsvReader.Read(text, MostRows + 2).Where(row => !row.IsBlank).GetEnumerator();
        if (!rows.MoveNext())
        {
            return TableContent.Of(TableFaults.Empty);
        }

        var faults = new List<ImportFault>();
        var columns = TableHeader.Read(rows.Current, faults);
        if (faults.Count > 0)
        {
            return new TableContent([], faults);
        }

        var drafts = new List<TableRow>();
        while (rows.MoveNext())
        {
            if (drafts.Count == MostRows)
            {
                faults.Add(TableFaults.TooMany(rows.Current.Line, MostRows));
                break;
            }

            if (Draft(rows.Current, columns, zone, faults) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        return new TableContent(drafts, faults);
    }

    /// <summary>Writes a file.</summary>
    public static byte[] Write(IEnumerable<(Vehicle Vehicle, string? Phone)> vehicles, TimeZoneInfo zone) => CsvText.Encode(CsvWriter.Write(
        vehicles.Select(entry => Cells(entry.Vehicle, entry.Phone, zone)).Prepend(VehicleColumn.All.Select(column => (string?)column.Heading))));

    private static IEnumerable<string?> Cells(Vehicle vehicle, string? phone, TimeZoneInfo zone) =>
    [
        vehicle.Plate.Text,
        StandingWords.Zh(vehicle.Standing),
        vehicle.Owner,
        vehicle.Unit,
        phone,
        vehicle.From is { } from ? LocalTimes.Write(from, zone) : null,
        vehicle.Until is { } until ? LocalTimes.Write(until, zone) : null,
        vehicle.Grant?.Hours?.Text,
        vehicle.Grant?.Entries?.ToString(CultureInfo.InvariantCulture),
        vehicle.Grant?.Host,
        vehicle.PaidMinutes?.ToString(CultureInfo.InvariantCulture),
        vehicle.Note,
    ];

    private static TableRow? Draft(CsvRow row, IReadOnlyList<VehicleColumn> columns, TimeZoneInfo zone, List<ImportFault> faults)
    {
        if (row.IsBroken || row.Fields.Count > columns.Count)
        {
            faults.Add(row.IsBroken ? TableFaults.Quotes(row) : TableFaults.TooManyCells(row, columns.Count));
            return null;
        }

        var cells = new TableCells(row, columns, zone, faults);
        var draft = new VehicleDraft(
            cells.Text("plate") ?? "",
            cells.Standing(),
            cells.Text("owner"),
            cells.Text("unit"),
            // An empty cell removes nothing: a table without phone numbers is no reason to forget them.
            cells.Text("phone"),
            cells.Time("from", isEnd: false),
            cells.Time("until", isEnd: true),
            cells.Text("hours"),
            cells.Number("entries"),
            cells.Text("host"),
            cells.Number("paidMinutes"),
            cells.Text("note"));
        return cells.IsFaulty ? null : new TableRow(row, columns, draft);
    }
}
