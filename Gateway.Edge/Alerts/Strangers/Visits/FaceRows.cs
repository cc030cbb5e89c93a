using System.Runtime.InteropServices;
using System.Text;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>Remembered faces as rows: label and embedding sealed together. Not safe for several threads: <see cref="VisitStore"/> lets one in at a time.</summary>
internal static class FaceRows
{
    public static void Save(SqliteConnection connection, byte[] key, RememberedFace face)
    {
        var id = face.Id.ToString();
        byte[] plain = [.. Encoding.ASCII.GetBytes(face.Label), .. MemoryMarshal.AsBytes(face.Embedding.Span)];
        connection.Execute(
            """
            INSERT INTO face(id, visits, since, last, sealed) VALUES ($id, $visits, $since, $last, $sealed)
            ON CONFLICT(id) DO UPDATE SET visits = excluded.visits, last = excluded.last, sealed = excluded.sealed
            """,
            ("$id", id),
            ("$visits", face.Visits),
            ("$since", face.Since.ToUnixTimeMilliseconds()),
            ("$last", face.LastSeen.ToUnixTimeMilliseconds()),
            ("$sealed", SealedBox.Seal(key, plain, Encoding.UTF8.GetBytes(id))));
    }

    /// <summary>Erases faces and what links visits to them; answers how many rows were changed.</summary>
    public static int Erase(SqliteConnection connection, IEnumerable<Guid> faces)
    {
        var changed = 0;
        foreach (var face in faces)
        {
            changed += connection.Execute("DELETE FROM face WHERE id = $id", ("$id", face.ToString()));
            changed += connection.Execute("UPDATE visit SET face = NULL WHERE face = $id", ("$id", face.ToString()));
        }

        return changed;
    }

    /// <summary>The faces that can be read, and the ids of those that cannot.</summary>
    public static (IReadOnlyList<RememberedFace> Faces, IReadOnlyList<Guid> Unreadable) Load(SqliteConnection connection, byte[] key)
    {
        var (faces, unreadable) = (new List<RememberedFace>(), new List<Guid>());
        using var command = connection.Prepare("SELECT id, visits, since, last, sealed FROM face");
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var id = row.GetString(0);
            try
            {
                var plain = SealedBox.Open(key, (byte[])row.GetValue(4), Encoding.UTF8.GetBytes(id));
                faces.Add(new RememberedFace(
                    Guid.Parse(id),
                    Encoding.ASCII.GetString(plain.AsSpan(0, FaceLabel.Length)),
                    MemoryMarshal.Cast<byte, float>(plain.AsSpan(FaceLabel.Length)).ToArray(),
                    row.GetInt32(1),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
                    DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))));
            }
            catch (SecretFaultException)
            {
                unreadable.Add(Guid.Parse(id));
            }
        }

        return (faces, unreadable);
    }
}
