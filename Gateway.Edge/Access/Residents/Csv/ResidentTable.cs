using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Access.Residents.Csv;

/// <summary>The residents' table: a CSV file as drafts with their lines, and residents as a CSV file. No face travels in it.</summary>
internal static class ResidentTable
{
    /// <summary>Most rows besides the header.</summary>
    public const int MostRows = 20_000;

    /// <summary>Reads a file. Faults concern its form alone; what the drafts hold is not looked at.</summary>
    public static (IReadOnlyList<ResidentRow> Rows, IReadOnlyList<ImportFault> Faults) Read(ReadOnlySpan<byte> file, TimeZoneInfo zone)
    {
        var (rows, faults) = TableReader.Read(file, ResidentTableForm.Table, MostRows, zone, cells => (
            // An empty cell removes nothing: a table without phone numbers is no reason to forget them.
            Draft: new ResidentDraft(cells.Text("name") ?? "", cells.Text("unit") ?? "", cells.Text("phone")),
            LeaseEnd: cells.Time("leaseEnd", isEnd: true)));
        return ([.. rows.Select(row => new ResidentRow(row.Line, row.Value.Draft, row.Value.LeaseEnd))], faults);
    }

    /// <summary>Writes a file; phone numbers are masked, which an import reads as unchanged.</summary>
    public static byte[] Write(IEnumerable<(Resident Resident, DateTimeOffset? LeaseEnd)> residents, TimeZoneInfo zone) => Encode(residents.Select(entry => (IEnumerable<string?>)
    [
        entry.Resident.Name,
        entry.Resident.Unit,
        entry.Resident.MaskedPhone,
        entry.LeaseEnd is { } end ? LocalTimes.Write(end, zone) : null,
        entry.Resident.HasFace ? "有" : "无",
    ]));

    /// <summary>A file with the header and one row to write over.</summary>
    public static byte[] Template() => Encode([["王小明", "3-1202", "13800000001", "2027-06-30", null]]);

    private static byte[] Encode(IEnumerable<IEnumerable<string?>> rows) =>
        CsvText.Encode(CsvWriter.Write(rows.Prepend(ResidentTableForm.Table.Columns.Select(column => (string?)column.Heading))));
}
