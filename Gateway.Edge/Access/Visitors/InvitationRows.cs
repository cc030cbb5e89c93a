using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Visitors;

/// <summary>The invitations' file. One thread at a time: <see cref="InvitationBook"/>'s lock guards it.</summary>
internal sealed class InvitationRows(string file) : IDisposable
{
    private const string Tables = """
        CREATE TABLE invitation (
          worker_grant BLOB PRIMARY KEY,
          host BLOB NOT NULL,
          pass BLOB NOT NULL,
          made INTEGER NOT NULL,
          link TEXT NOT NULL UNIQUE,
          forget INTEGER NOT NULL) STRICT;
        PRAGMA user_version = 1;
        """;

    private readonly SqliteConnection _connection = Open(file);

    /// <summary>Opens the file, makes it where there is none.</summary>
    public static SqliteConnection Open(string file) => RegistryFile.Open(file, Tables);

    /// <summary>Every invitation.</summary>
    public List<Invitation> ReadAll()
    {
        using var command = _connection.Prepare("SELECT worker_grant, host, pass, made, link, forget FROM invitation");
        using var rows = command.ExecuteReader();
        var invitations = new List<Invitation>();
        while (rows.Read())
        {
            invitations.Add(new Invitation(
                Id(rows, 0), Id(rows, 1), Id(rows, 2), new DateTimeOffset(rows.GetInt64(3), TimeSpan.Zero), rows.GetString(4), rows.GetInt32(5) != 0));
        }

        return invitations;
    }

    /// <summary>Puts an invitation in, or in the place of what it was; durable when this returns.</summary>
    public void Put(Invitation invitation) => _connection.Execute(
        "INSERT OR REPLACE INTO invitation VALUES ($grant, $host, $pass, $made, $link, $forget)",
        ("$grant", Key(invitation.Grant)),
        ("$host", Key(invitation.Host)),
        ("$pass", Key(invitation.Pass)),
        ("$made", invitation.Made.UtcTicks),
        ("$link", invitation.Link),
        ("$forget", invitation.Forget ? 1 : 0));

    /// <summary>Erases an invitation.</summary>
    public void Delete(Guid grant)
    {
        _connection.Execute("DELETE FROM invitation WHERE worker_grant = $grant", ("$grant", Key(grant)));
        // What is erased lies in the write-ahead log as well.
        _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);

    private static Guid Id(SqliteDataReader rows, int column) => new(rows.GetFieldValue<byte[]>(column), bigEndian: true);
}
