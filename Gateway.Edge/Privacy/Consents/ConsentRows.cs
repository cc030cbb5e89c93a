using Gateway.Edge.Privacy.People;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Privacy.Consents;

/// <summary>The ledger as rows. Names lie under a key of the row's own.</summary>
internal sealed class ConsentRows(PersonalData people)
{
    private const string Table = "consent";

    /// <summary>Puts a consent in, or notes its withdrawal.</summary>
    public void Put(SqliteConnection file, ConsentEntry entry)
    {
        var row = Guid.NewGuid();
        var (key, box) = people.Seal(Table, row, entry.Who!);
        file.Execute(
            """
            INSERT INTO consent (subject, at, kind, text, withdrawn_at, row_key, data_key, sealed) VALUES ($subject, $at, $kind, $text, $withdrawn, $row, $key, $sealed)
            ON CONFLICT (subject, at) DO UPDATE SET withdrawn_at = $withdrawn, row_key = $row, data_key = $key, sealed = $sealed
            """,
            ("$subject", Columns.Key(entry.Subject)),
            ("$at", entry.At.UtcTicks),
            ("$kind", (int)entry.Kind),
            ("$text", entry.Text),
            ("$withdrawn", Columns.Ticks(entry.WithdrawnAt)),
            ("$row", Columns.Key(row)),
            ("$key", key),
            ("$sealed", box));
    }

    /// <summary>Takes the names out of a person's consents, and notes the withdrawal of those that stood; returns how many there are.</summary>
    public static int Forget(SqliteConnection file, Guid subject, DateTimeOffset at) => file.Execute(
        "UPDATE consent SET data_key = NULL, sealed = NULL, withdrawn_at = coalesce(withdrawn_at, $at) WHERE subject = $subject",
        ("$at", at.UtcTicks),
        ("$subject", Columns.Key(subject)));

    /// <summary>Every consent, the newest first; one whose names cannot be opened stands without them.</summary>
    public List<ConsentEntry> ReadAll(SqliteConnection file)
    {
        using var command = file.Prepare("SELECT subject, at, kind, text, withdrawn_at, row_key, data_key, sealed FROM consent ORDER BY at DESC, subject");
        using var rows = command.ExecuteReader();
        var entries = new List<ConsentEntry>();
        while (rows.Read())
        {
            entries.Add(new ConsentEntry(
                rows.Id(0), (SubjectKind)rows.GetInt32(2), rows.Instant(1), rows.GetString(3), Names(rows), rows.InstantOrNull(4)));
        }

        return entries;
    }

    private ConsentNames? Names(SqliteDataReader row)
    {
        if (row.IsDBNull(6) || row.IsDBNull(7))
        {
            return null;
        }

        try
        {
            return people.Open<ConsentNames>(Table, row.Id(5), row.GetFieldValue<byte[]>(6), row.GetFieldValue<byte[]>(7));
        }
        catch (SecretFaultException)
        {
            // One damaged row must not hide all others.
            return null;
        }
    }
}
