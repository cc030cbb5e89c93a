using Gateway.Edge.Access.Residents;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>Temporary workers as rows, their faces sealed under a key of each worker's own.</summary>
internal sealed class WorkerRows(PersonalData people, FaceData faces, ILogger<WorkerRows> logger)
{
    private const string Table = "worker";

    /// <summary>Puts a worker in, or changes what is known of one; face data stay.</summary>
    public void Put(SqliteConnection file, TemporaryWorker worker, string? phone)
    {
        var (key, box) = people.Seal(Table, worker.Id, new WorkerDetails(worker.Name, phone, worker.Consent?.By));
        file.Execute(
            """
            INSERT INTO worker (id, consent_at, consent_text, data_key, sealed) VALUES ($id, $at, $text, $key, $sealed)
            ON CONFLICT (id) DO UPDATE SET consent_at = $at, consent_text = $text, data_key = $key, sealed = $sealed
            """,
            ("$id", Columns.Key(worker.Id)),
            ("$at", Columns.Ticks(worker.Consent?.At)),
            ("$text", worker.Consent?.TextVersion),
            ("$key", key),
            ("$sealed", box));
    }

    /// <summary>Puts a worker's face in, in place of an earlier one.</summary>
    public void PutFace(SqliteConnection file, Guid worker, IReadOnlyList<float[]> templates, IReadOnlyList<byte[]> photos)
    {
        EraseFace(file, worker, at: null);
        var key = FaceData.NewKey();
        file.Execute("UPDATE worker SET face_key = $key, erased_at = NULL WHERE id = $id", ("$key", faces.WrapKey(worker, key)), ("$id", Columns.Key(worker)));
        for (var ordinal = 0; ordinal < templates.Count; ordinal++)
        {
            var box = FaceData.SealTemplate(key, worker, ordinal, templates[ordinal]);
            file.Execute("INSERT INTO template VALUES ($id, $ordinal, $sealed)", ("$id", Columns.Key(worker)), ("$ordinal", ordinal), ("$sealed", box));
        }

        for (var ordinal = 0; ordinal < photos.Count; ordinal++)
        {
            var box = FaceData.SealPhoto(key, worker, ordinal, photos[ordinal]);
            file.Execute("INSERT INTO photo VALUES ($id, $ordinal, $sealed)", ("$id", Columns.Key(worker)), ("$ordinal", ordinal), ("$sealed", box));
        }
    }

    /// <summary>Erases a worker's templates, photos and their key.</summary>
    public static void EraseFace(SqliteConnection file, Guid worker, DateTimeOffset? at)
    {
        file.Execute("DELETE FROM template WHERE worker = $id", ("$id", Columns.Key(worker)));
        file.Execute("DELETE FROM photo WHERE worker = $id", ("$id", Columns.Key(worker)));
        file.Execute("UPDATE worker SET face_key = NULL, erased_at = $at WHERE id = $id", ("$at", Columns.Ticks(at)), ("$id", Columns.Key(worker)));
    }

    /// <summary>Erases a worker of whom no grant is left in the file, whether it can be opened or not.</summary>
    public static void DeleteUnlessGranted(SqliteConnection file, Guid worker)
    {
        if (file.Scalar<long>("SELECT count(*) FROM worker_grant WHERE worker = $id", ("$id", Columns.Key(worker))) > 0)
        {
            return;
        }

        EraseFace(file, worker, at: null);
        file.Execute("DELETE FROM worker WHERE id = $id", ("$id", Columns.Key(worker)));
    }

    /// <summary>A worker's whole phone number; null for none.</summary>
    /// <exception cref="SecretFaultException">The row cannot be opened.</exception>
    public string? Phone(SqliteConnection file, Guid worker)
    {
        using var command = file.Prepare("SELECT data_key, sealed FROM worker WHERE id = $id", ("$id", Columns.Key(worker)));
        using var rows = command.ExecuteReader();
        return rows.Read() ? people.Open<WorkerDetails>(Table, worker, rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1)).Phone : null;
    }

    /// <summary>A worker's photos in the clear; empty where none are kept.</summary>
    /// <exception cref="SecretFaultException">The key is another one, or the bytes were altered.</exception>
    public List<byte[]> ReadPhotos(SqliteConnection file, Guid worker)
    {
        if (file.Scalar<byte[]>("SELECT face_key FROM worker WHERE id = $id", ("$id", Columns.Key(worker))) is not { } wrapped)
        {
            return [];
        }

        var key = faces.UnwrapKey(worker, wrapped);
        using var command = file.Prepare("SELECT ordinal, sealed FROM photo WHERE worker = $id ORDER BY ordinal", ("$id", Columns.Key(worker)));
        using var rows = command.ExecuteReader();
        var photos = new List<byte[]>();
        while (rows.Read())
        {
            photos.Add(FaceData.OpenPhoto(key, worker, rows.GetInt32(0), rows.GetFieldValue<byte[]>(1)));
        }

        return photos;
    }

    /// <summary>A worker's templates in the clear; for the gallery only.</summary>
    /// <exception cref="SecretFaultException">The key is another one, or the bytes were altered.</exception>
    public List<ReadOnlyMemory<float>> ReadTemplates(SqliteConnection file, Guid worker)
    {
        if (file.Scalar<byte[]>("SELECT face_key FROM worker WHERE id = $id", ("$id", Columns.Key(worker))) is not { } wrapped)
        {
            return [];
        }

        var key = faces.UnwrapKey(worker, wrapped);
        using var command = file.Prepare("SELECT ordinal, sealed FROM template WHERE worker = $id ORDER BY ordinal", ("$id", Columns.Key(worker)));
        using var rows = command.ExecuteReader();
        var templates = new List<ReadOnlyMemory<float>>();
        while (rows.Read())
        {
            templates.Add(FaceData.OpenTemplate(key, worker, rows.GetInt32(0), rows.GetFieldValue<byte[]>(1)));
        }

        return templates;
    }

    /// <summary>Every worker that can be opened; the others are told to the log.</summary>
    public (List<TemporaryWorker> Workers, bool IsWhole) ReadAll(SqliteConnection file)
    {
        using var command = file.Prepare(
            "SELECT id, consent_at, consent_text, data_key, sealed, (SELECT count(*) FROM template WHERE worker = id) FROM worker");
        using var rows = command.ExecuteReader();
        var (workers, isWhole) = (new List<TemporaryWorker>(), true);
        while (rows.Read())
        {
            var id = rows.Id(0);
            try
            {
                var details = people.Open<WorkerDetails>(Table, id, rows.GetFieldValue<byte[]>(3), rows.GetFieldValue<byte[]>(4));
                var consent = rows.InstantOrNull(1) is { } at ? new Consent(details.ConsentBy ?? details.Name, at, rows.TextOrNull(2) ?? "") : null;
                workers.Add(new TemporaryWorker(id, details.Name, details.Phone is null ? null : MaskedPhone.Of(details.Phone), consent, rows.GetInt32(5)));
            }
            catch (SecretFaultException error)
            {
                // One damaged row must not lock everyone else out.
                GrantsLog.RowUnreadable(logger, Table, id, error);
                isWhole = false;
            }
        }

        return (workers, isWhole);
    }
}
