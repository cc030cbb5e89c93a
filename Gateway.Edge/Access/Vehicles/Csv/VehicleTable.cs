using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Vehicles.Registry;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>The vehicles' table: a CSV file as drafts with their lines, and vehicles as a CSV file.</summary>
internal static class VehicleTable
{
    /// <summary>Largest file in bytes.</summary>
    public const int LargestFile = TableReader.LargestFile;

    /// <summary>Most rows besides the header.</summary>
    public const int MostRows = 20_000;

    /// <summary>Reads a file. Faults concern its form alone; what the drafts hold is not looked at.</summary>
    public static TableContent Read(ReadOnlySpan<byte> file, TimeZoneInfo zone)
    {
        var (rows, faults) = TableReader.Read(file, VehicleTableForm.Table, MostRows, zone, Draft, AlsoWrong);
        return new TableContent([.. rows.Select(row => new TableRow(row.Line, row.Value))], faults);
    }

    /// <summary>Writes a file.</summary>
    public static byte[] Write(IEnumerable<(Vehicle Vehicle, string? Phone)> vehicles, TimeZoneInfo zone) => CsvText.Encode(CsvWriter.Write(
        vehicles.Select(entry => Cells(entry.Vehicle, entry.Phone, zone)).Prepend(VehicleTableForm.Table.Columns.Select(column => (string?)column.Heading))));

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

    private static VehicleDraft Draft(TableCells cells) => new(
        cells.Text("plate") ?? "",
        Standing(cells),
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

    // Of what standing a vehicle is decides what it needs: where that cannot be read, only what all of them have is judged.
    private static IEnumerable<(string Field, LocalizedText Reason)> AlsoWrong(VehicleDraft draft, IReadOnlySet<string> faulty) => VehicleFields.Check(draft, null).Refusals
        .Where(refusal => !faulty.Contains(refusal.Field) && (refusal.Field is "plate" or "phone" || !faulty.Contains("standing")))
        .Select(refusal => (refusal.Field, refusal.Reason));

    private static VehicleStanding Standing(TableCells cells) =>
        StandingWords.Parse(cells.Text("standing") ?? "") ?? cells.Fault<VehicleStanding>("standing", VehicleRefusals.Standing.Reason);
}
