using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Residents;

/// <summary>The registry's file. One thread at a time: the registry's lock guards it.</summary>
internal sealed class ResidentStore(string file, byte[] masterKey) : IDisposable
{
    private readonly SqliteConnection _connection = ResidentSchema.Open(file);
    private readonly FaceData _faces = new(masterKey);

    /// <summary>Writes residents, new ones and changed ones, with the audit fact: all or nothing, flushed to disk.</summary>
    public void Put(IEnumerable<StoredResident> residents, byte[] audit)
    {
        using var transaction = _connection.BeginTransaction();
        foreach (var stored in residents)
        {
            Put(stored);
        }

        Record(audit);
        transaction.Commit();
    }

    /// <summary>Writes an audit fact alone.</summary>
    public void Record(byte[] audit) => _connection.Execute("INSERT INTO audit_outbox (data) VALUES ($data)", ("$data", audit));

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
            Record(audit);
            transaction.Commit();
        }

        EmptyLog();
    }

    /// <summary>Everyone, withdrawn ones too.</summary>
    public List<Resident> ReadAll()
    {
        using var command = _connection.Prepare("""
            SELECT id, name, unit, consent_by, consent_at, consent_text, withdrawn_at, withdrawn_by,
              (SELECT count(*) FROM template WHERE resident = id), (SELECT count(*) FROM photo WHERE resident = id), phone
            FROM resident
            """);
        using var rows = command.ExecuteReader();
        var residents = new List<Resident>();
        while (rows.Read())
        {
            var id = new Guid(rows.GetFieldValue<byte[]>(0), bigEndian: true);
            residents.Add(new Resident(
                id, rows.GetString(1), rows.GetString(2), ReadConsent(rows), rows.GetInt32(8), rows.GetInt32(9), rows.IsDBNull(10) ? null : Masked(id, rows.GetFieldValue<byte[]>(10))));
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

    /// <summary>A resident's phone number in the clear; null where none is known.</summary>
    /// <exception cref="SecretFaultException">The key is another one, or the bytes were altered.</exception>
    public string? ReadPhone(Guid resident) =>
        _connection.Scalar<byte[]>("SELECT phone FROM resident WHERE id = $id", ("$id", Key(resident))) is { } box ? _faces.OpenPhone(resident, box) : null;

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

    // An empty version: never consented.
    private static Consent? ReadConsent(SqliteDataReader rows) => rows.GetString(5) is { Length: > 0 } version
        ? new Consent(
            rows.GetString(3),
            new DateTimeOffset(rows.GetInt64(4), TimeSpan.Zero),
            version,
            rows.IsDBNull(6) ? null : new DateTimeOffset(rows.GetInt64(6), TimeSpan.Zero),
            rows.IsDBNull(7) ? null : rows.GetString(7))
        : null;

    private string Masked(Guid resident, byte[] box)
    {
        try
        {
            return MaskedPhone.Of(_faces.OpenPhone(resident, box));
        }
        catch (SecretFaultException)
        {
            // A number that cannot be opened must not keep the resident out.
            return "****";
        }
    }

    private void Put(StoredResident stored)
    {
        var (resident, id) = (stored.Resident, Key(stored.Resident.Id));
        _connection.Execute(
            """
            INSERT INTO resident (id, name, unit, consent_by, consent_at, consent_text) VALUES ($id, $name, $unit, '', 0, '')
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit = excluded.unit
            """,
            ("$id", id),
            ("$name", resident.Name),
            ("$unit", resident.Unit));
        if (!stored.KeepPhone)
        {
            var box = stored.Phone is { } phone ? _faces.SealPhone(resident.Id, phone) : null;
            _connection.Execute("UPDATE resident SET phone = $phone WHERE id = $id", ("$phone", box), ("$id", id));
        }

        if (stored.Face is { } face)
        {
            PutFace(resident, id, face);
        }
    }

    private void PutFace(Resident resident, byte[] id, StoredFace face)
    {
        var (consent, dataKey) = (resident.Consent!, FaceData.NewKey());
        _connection.Execute("DELETE FROM template WHERE resident = $id", ("$id", id));
        _connection.Execute("DELETE FROM photo WHERE resident = $id", ("$id", id));
        _connection.Execute(
            """
            UPDATE resident SET consent_by = $by, consent_at = $at, consent_text = $text, withdrawn_at = NULL, withdrawn_by = NULL, data_key = $key WHERE id = $id
            """,
            ("$id", id),
            ("$by", consent.By),
            ("$at", consent.At.UtcTicks),
            ("$text", consent.TextVersion),
            ("$key", _faces.WrapKey(resident.Id, dataKey)));
        for (var ordinal = 0; ordinal < face.Templates.Count; ordinal++)
        {
            var box = FaceData.SealTemplate(dataKey, resident.Id, ordinal, face.Templates[ordinal]);
            _connection.Execute("INSERT INTO template VALUES ($id, $ordinal, $sealed)", ("$id", id), ("$ordinal", ordinal), ("$sealed", box));
        }

        for (var ordinal = 0; ordinal < face.Photos.Count; ordinal++)
        {
            var box = FaceData.SealPhoto(dataKey, resident.Id, ordinal, face.Photos[ordinal]);
            _connection.Execute("INSERT INTO photo VALUES ($id, $ordinal, $sealed)", ("$id", id), ("$ordinal", ordinal), ("$sealed", box));
        }
    }

    private static byte[] Key(Guid id) => id.ToByteArray(bigEndian: true);
}
