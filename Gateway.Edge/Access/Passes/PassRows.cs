using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Passes;

/// <summary>The passes' file. One thread at a time: <see cref="PassBook"/>'s lock guards it.</summary>
internal sealed class PassRows(string file) : IDisposable
{
    private const string Tables = """
        CREATE TABLE pass (
          id BLOB PRIMARY KEY,
          subject BLOB NOT NULL,
          kind INTEGER NOT NULL,
          mark BLOB UNIQUE,
          hint TEXT,
          issued INTEGER NOT NULL,
          until INTEGER,
          revoked INTEGER) STRICT;
        PRAGMA user_version = 1;
        """;

    private readonly SqliteConnection _connection = Open(file);

    /// <summary>Opens the file, makes it where there is none.</summary>
    public static SqliteConnection Open(string file) => RegistryFile.Open(file, Tables);

    /// <summary>Every pass, with what is kept of its card's number.</summary>
    public List<(Pass Pass, byte[]? Mark)> ReadAll()
    {
        using var command = _connection.Prepare("SELECT id, subject, kind, mark, hint, issued, until, revoked FROM pass");
        using var rows = command.ExecuteReader();
        var passes = new List<(Pass, byte[]?)>();
        while (rows.Read())
        {
            var pass = new Pass(
                new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true),
                new Guid(rows.GetFieldValue<byte[]>(1), bigEndian: true),
                (PassKind)rows.GetInt32(2),
                rows.IsDBNull(4) ? null : rows.GetString(4),
                At(rows.GetInt64(5)),
                rows.IsDBNull(6) ? null : At(rows.GetInt64(6)),
                rows.IsDBNull(7) ? null : At(rows.GetInt64(7)));
            passes.Add((pass, rows.IsDBNull(3) ? null : rows.GetFieldValue<byte[]>(3)));
        }

        return passes;
    }

    /// <summary>Adds a pass; durable when this returns.</summary>
    public void Add(Pass pass, byte[]? mark) => _connection.Execute(
        "INSERT INTO pass VALUES ($id, $subject, $kind, $mark, $hint, $issued, $until, NULL)",
        ("$id", Key(pass.Id)),
        ("$subject", Key(pass.Subject)),
        ("$kind", (int)pass.Kind),
        ("$mark", mark),
        ("$hint", pass.Hint),
        ("$issued", pass.Issued.UtcTicks),
        ("$until", pass.Until?.UtcTicks));

    /// <summary>Takes a pass back; its card's number is erased with it, so that the card may be given to somebody else.</summary>
    public void Revoke(Guid pass, DateTimeOffset at) => _connection.Execute(
        "UPDATE pass SET revoked = $at, mark = NULL WHERE id = $id", ("$at", at.UtcTicks), ("$id", Key(pass)));

    /// <summary>Forgets passes; all of them or none, and waits for the disk once.</summary>
    public void Erase(IEnumerable<Guid> passes)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var pass in passes)
        {
            _connection.Execute("DELETE FROM pass WHERE id = $id", ("$id", Key(pass)));
        }

        transaction.Commit();
        _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
