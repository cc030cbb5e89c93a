using System.Globalization;
using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Privacy.Consents;

/// <summary>The ledger as a table for spreadsheets.</summary>
internal static class ConsentTable
{
    private static readonly string[] s_header = ["person", "name", "kind", "how", "text version", "consented at", "consented by", "withdrawn at", "withdrawn by"];

    /// <summary>CSV in UTF-8 with a byte order mark; no cell is a formula.</summary>
    public static byte[] Write(IEnumerable<ConsentEntry> entries) => CsvText.Encode(CsvWriter.Write(entries.Select(Row).Prepend(s_header)));

    private static IEnumerable<string?> Row(ConsentEntry entry) =>
    [
        entry.Subject.ToString(), entry.Who?.Name, entry.Kind.ToString(), ConsentWords.How(entry.Kind).En, entry.Text, At(entry.At), entry.Who?.By, At(entry.WithdrawnAt), entry.Who?.WithdrawnBy,
    ];

    private static string? At(DateTimeOffset? instant) => instant?.ToString("O", CultureInfo.InvariantCulture);
}
