using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Residents;

/// <summary>The registry's file. One thread at a time: the registry's lock guards it.</summary>
internal sealed class ResidentStore(string file, byte[] masterKey) : IDisposable
{
    private readonly SqliteConnection _connection = ResidentSchema.Open(file);
    private readonly FaceData _faces = new(masterKey);

    /// <summary>Adds a resident with face data and the audit fact, all or nothing, flushed to disk.</summary>
    public void Add(Resident resident, IReadOnlyList<float[]> templates, IReadOnlyList<byte[]> photos, byte[] audit)
    {
        var id = Key(resident.Id);
        var dataKey = FaceData.NewKey();
        using var transaction = _connection.BeginTransaction();
        _connection.Execute(
            "INSERT INTO resident (id, name, unit, consent_by, consent_at, consent_text, data_key) VALUES ($id, $name, $unit, $by, $at, $text, $key)",
            ("$id", id),
            ("$name", resident.Name),
            ("$unit", resident.Unit),
            ("$by", resident.Consent.By),
            ("$at", resident.Consent.At.UtcTicks),
            ("$text", resident.Consent.TextVersion),
            ("$key", _faces.WrapKey(resident.Id, dataKey)));
        for (var ordinal = 0; ordinal < templates.Count; ordinal++)
        {
            var box = FaceData.SealTemplate(dataKey, resident.Id, ordinal, templates[ordinal]);
            _connection.Execute("INSERT INTO template VALUES ($id, $ordinal, $sealed)", ("$id", id), ("$ordinal", ordinal), ("$sealed", box));
        }

        for (var ordinal = 0; ordinal < photos.Count; ordinal++)
        {
            var box = FaceData.SealPhoto(dataKey, resident.Id, ordinal, photos[ordinal]);
            _connection.Execute("INSERT INTO photo VALUES ($id, $ordinal, $sealed)", ("$id", id), ("$ordinal", ordinal), ("$sealed", box));
        }

        _connection.Execute("INSERT INTO audit_outbox (data) VALUES ($data)", ("$data", audit));
        transaction.Commit();
    }

    /// <summary>Erases a resident's face data and key, overwriting them in the file and emptying the write-ahead log.</summary>
    public void Withdraw(Guid resident, DateTimeOffset at, string by, byte[] audit)
    {
        var id = Key(resident);
        using (var transaction = _connection.BeginTransaction())
        {
            _connection.Execute("DELETE FROM template WHERE resident = $id", ("$id", id));
            _connection.Execute("DELETE FROM photo WHERE resident = $id", ("$id", id));
            _connection.Execute(
                "UPDATE resident SET data_key = NULL, withdrawn_at = $at, withdrawn_by = $by WHERE id = $id",
                ("$id", id),
                ("$at", at.UtcTicks),
                ("$by", by));
            _connection.Execute("INSERT INTO audit_outbox (data) VALUES ($data)", ("$data", audit));
            transaction.Commit();
        }

        EmptyLog();
    }

    /// <summary>Everyone, withdrawn ones too.</summary>
    public List<Resident> ReadAll()
    {
        using var command = _connection.Prepare("""
            SELECT id, name, unit, consent_by, consent_at, consent_text, withdrawn_at, withdrawn_by,
              (SELECT count(*) FROM template WHERE resident = id), (SELECT count(*) FROM photo WHERE resident = id)
            FROM resident
            """);
        using var rows = command.ExecuteReader();
        var residents = new List<Resident>();
        while (rows.Read())
        {
            residents.Add(new Resident(
                new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true),
                rows.GetString(1),
                rows.GetString(2),
                new Consent(
                    rows.GetString(3),
                    new DateTimeOffset(rows.GetInt64(4), TimeSpan.Zero),
                    rows.GetString(5),
                    rows.IsDBNull(6) ? null : new DateTimeOffset(rows.GetInt64(6), TimeSpan.Zero),
                    rows.IsDBNull(7) ? null : rows.GetString(7)),
                rows.GetInt32(8),
                rows.GetInt32(9)));
        }

        return residents;
    }

    /// <summary>A resident's templates in the clear; for the gallery only.</summary>
    /// <exception cref="SecretFaultException">The key is another one, or the bytes were altered.</exception>
    public List<ReadOnlyMemory<float>> ReadTemplates(Guid resident)
    {
        var wrapped = _connection.Scalar<byte[]>("SELECT data_key FROM resident WHERE id = $id", ("$id", Key(resident)));
        if (wrapped is null)
        {
            return [];
        }

        var dataKey = _faces.UnwrapKey(resident, wrapped);
        using var command = _connection.Prepare("SELECT ordinal, sealed FROM template WHERE resident = $id ORDER BY ordinal", ("$id", Key(resident)));
        using var rows = command.ExecuteReader();
        var templates = new List<ReadOnlyMemory<float>>();
        while (rows.Read())
        {
            templates.Add(FaceData.OpenTemplate(dataKey, resident, rows.GetInt32(0), rows.GetFieldValue<byte[]>(1)));
        }

        return templates;
    }

    /// <summary>A resident's enrolment photos in the clear; empty where none are kept.</summary>
    /// <exception cref="SecretFaultException">The key is another one, or the bytes were altered.</exception>
    public List<byte[]> ReadPhotos(Guid resident)
    {
        if (_connection.Scalar<byte[]>("SELECT data_key FROM resident WHERE id = $id", ("$id", Key(resident))) is not { } wrapped)
        {
            return [];
        }

        var dataKey = _faces.UnwrapKey(resident, wrapped);
        using var command = _connection.Prepare("SELECT ordinal, sealed FROM photo WHERE resident = $id ORDER BY ordinal", ("$id", Key(resident)));
        using var rows = command.ExecuteReader();
        var photos = new List<byte[]>();
        while (rows.Read())
        {
            photos.Add(FaceData.OpenPhoto(dataKey, resident, rows.GetInt32(0), rows.GetFieldValue<byte[]>(1)));
        }

        return photos;
    }

    /// <summary>Erases all that the file has of a resident; overwritten in the file, and the write-ahead log is emptied.</summary>
    public void Erase(Guid resident, byte[] audit)
    {
        var id = Key(resident);
        using (var transaction = _connection.BeginTransaction())
        {
            _connection.Execute("DELETE FROM template WHERE resident = $id", ("$id", id));
            _connection.Execute("DELETE FROM photo WHERE resident = $id", ("$id", id));
            _connection.Execute("DELETE FROM resident WHERE id = $id", ("$id", id));
            _connection.Execute("INSERT INTO audit_outbox (data) VALUES ($data)", ("$data", audit));
            transaction.Commit();
        }

        EmptyLog();
    }

    /// <summary>The oldest audit fact that the journal does not have yet.</summary>
    public (long Number, byte[] Data)? NextAudit()
    {
        using var command = _connection.Prepare("SELECT number, data FROM audit_outbox ORDER BY number LIMIT 1");
        using var rows = command.ExecuteReader();
        return rows.Read() ? (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Forgets an audit fact that the journal has.</summary>
    public void AuditDone(long number) => _connection.Execute("DELETE FROM audit_outbox WHERE number = $number", ("$number", number));

    /// <summary>Moves the write-ahead log into the file and truncates it: also after a stop between a withdrawal and its erasure.</summary>
    public void EmptyLog() => _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);
}
