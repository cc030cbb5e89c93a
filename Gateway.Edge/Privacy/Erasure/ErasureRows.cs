using System.Text.Json;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Stores;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>Erasures as rows. The plan is sealed under a key of its own, and goes with it at the end.</summary>
internal sealed class ErasureRows(PersonalData people)
{
    private const string Table = "erasure";
    private const string Names = "id, subject, kind, basis, begun_by, begun_at, finished_at, backups_at, waiting";

    private const string ReadOne = $"SELECT {Names} FROM erasure WHERE id = $id";
    private const string ReadOpen = $"SELECT {Names} FROM erasure WHERE subject = $id AND finished_at IS NULL";
    private const string ReadNewest = $"SELECT {Names} FROM erasure ORDER BY begun_at DESC, id LIMIT $limit";
    private const string ReadUnfinished = "SELECT id FROM erasure WHERE finished_at IS NULL ORDER BY begun_at, id";

    /// <summary>Puts a new erasure in, with what is to be erased.</summary>
    public void Begin(SqliteConnection file, PersonErasure erasure, DataSubject plan)
    {
        var (key, box) = people.Seal(Table, erasure.Id, plan);
        file.Execute(
            "INSERT INTO erasure (id, subject, kind, basis, begun_by, begun_at, data_key, sealed) VALUES ($id, $subject, $kind, $basis, $by, $at, $key, $sealed)",
            ("$id", Columns.Key(erasure.Id)),
            ("$subject", Columns.Key(erasure.Subject)),
            ("$kind", (int)erasure.Kind),
            ("$basis", erasure.Basis),
            ("$by", erasure.BegunBy),
            ("$at", erasure.BegunAt.UtcTicks),
            ("$key", key),
            ("$sealed", box));
    }

    /// <summary>Puts a store's receipt in.</summary>
    public static void Put(SqliteConnection file, Guid erasure, ErasureStep step) => file.Execute(
        "INSERT OR IGNORE INTO erasure_step VALUES ($id, $ordinal, $store, $at, $receipt, $hash)",
        ("$id", Columns.Key(erasure)),
        ("$ordinal", step.Ordinal),
        ("$store", step.Store),
        ("$at", step.DoneAt.UtcTicks),
        ("$receipt", step.Text),
        ("$hash", Convert.FromHexString(step.Hash)));

    /// <summary>Notes what it waits for; null for nothing.</summary>
    public static void Wait(SqliteConnection file, Guid erasure, string? waiting) =>
        file.Execute("UPDATE erasure SET waiting = $waiting WHERE id = $id", ("$waiting", waiting), ("$id", Columns.Key(erasure)));

    /// <summary>Ends it: the plan with the person's name goes.</summary>
    public static void Finish(SqliteConnection file, Guid erasure, DateTimeOffset at, DateTimeOffset backups) => file.Execute(
        "UPDATE erasure SET finished_at = $at, backups_at = $backups, waiting = NULL, data_key = NULL, sealed = NULL WHERE id = $id",
        ("$at", at.UtcTicks),
        ("$backups", backups.UtcTicks),
        ("$id", Columns.Key(erasure)));

    /// <summary>What is to be erased; null when it is done.</summary>
    /// <exception cref="SecretFaultException">It cannot be opened.</exception>
    public DataSubject? Plan(SqliteConnection file, Guid erasure)
    {
        using var command = file.Prepare("SELECT data_key, sealed FROM erasure WHERE id = $id AND finished_at IS NULL", ("$id", Columns.Key(erasure)));
        using var rows = command.ExecuteReader();
        return rows.Read() ? people.Open<DataSubject>(Table, erasure, rows.GetFieldValue<byte[]>(0), rows.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>One erasure; null for none.</summary>
    public static PersonErasure? Find(SqliteConnection file, Guid id) => Read(file, ReadOne, ("$id", Columns.Key(id))).FirstOrDefault();

    /// <summary>A person's erasure that is not done; null for none.</summary>
    public static PersonErasure? Open(SqliteConnection file, Guid subject) => Read(file, ReadOpen, ("$id", Columns.Key(subject))).FirstOrDefault();

    /// <summary>Erasures, the newest first.</summary>
    public static List<PersonErasure> List(SqliteConnection file, int limit) => Read(file, ReadNewest, ("$limit", limit));

    /// <summary>Erasures that are not done, the oldest first.</summary>
    public static List<Guid> Unfinished(SqliteConnection file)
    {
        using var command = file.Prepare(ReadUnfinished);
        using var rows = command.ExecuteReader();
        var ids = new List<Guid>();
        while (rows.Read())
        {
            ids.Add(rows.Id(0));
        }

        return ids;
    }

    private static List<PersonErasure> Read(SqliteConnection file, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = file.Prepare(sql, parameters);
        using var rows = command.ExecuteReader();
        var found = new List<PersonErasure>();
        while (rows.Read())
        {
            found.Add(new PersonErasure(
                rows.Id(0), rows.Id(1), (SubjectKind)rows.GetInt32(2), rows.GetString(3), rows.GetString(4), rows.Instant(5), rows.InstantOrNull(6), rows.InstantOrNull(7), rows.TextOrNull(8), []));
        }

        rows.Close();
        return [.. found.Select(erasure => erasure with { Steps = Steps(file, erasure.Id) })];
    }

    private static List<ErasureStep> Steps(SqliteConnection file, Guid erasure)
    {
        using var command = file.Prepare("SELECT ordinal, store, done_at, receipt, hash FROM erasure_step WHERE erasure = $id ORDER BY ordinal", ("$id", Columns.Key(erasure)));
        using var rows = command.ExecuteReader();
        var steps = new List<ErasureStep>();
        while (rows.Read())
        {
            var text = rows.GetString(3);
            steps.Add(new ErasureStep(
                rows.GetInt32(0), rows.GetString(1), rows.Instant(2), JsonSerializer.Deserialize<StoreErasure>(text, JsonSerializerOptions.Web)!, text, Convert.ToHexStringLower(rows.GetFieldValue<byte[]>(4))));
        }

        return steps;
    }
}
