using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>
/// Visits, remembered faces and what staff said, in <c>stranger-visits.db</c>. Faces and labels are sealed; what is erased is overwritten, also in the
/// database's log. Safe for use by several threads.
/// </summary>
internal sealed class VisitStore : IDisposable
{
    /// <summary>Visits kept at most; with more, the oldest go first.</summary>
    public const int MostVisits = 20_000;

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;
    private readonly byte[] _key;

    private VisitStore(SqliteConnection connection, byte[] key) => (_connection, _key) = (connection, key);

    /// <summary>Opens or makes the file below the data directory; a damaged one is set aside, and one that cannot be used is done without.</summary>
    /// <exception cref="SecretFaultException">The key file cannot be used.</exception>
    public static VisitStore Open(string dataDirectory, ILogger<VisitStore> logger) => new(
        SmallDatabase.Open(Path.Combine(dataDirectory, "stranger-visits.db"), VisitSchema.Tables, logger),
        KeyFile.LoadOrCreate(Path.Combine(dataDirectory, "keys", "strangers.key")));

    /// <summary>Saves a visit's present state and, where it is given, the face it belongs to; erases faces that made room.</summary>
    /// <exception cref="SqliteException">The file cannot be written.</exception>
    public void Save(Visit visit, RememberedFace? face = null, IReadOnlyList<Guid>? dropped = null) => Within(connection =>
    {
        if (face is not null)
        {
            FaceRows.Save(connection, _key, face);
        }

        VisitRows.Save(connection, visit);
        return FaceRows.Erase(connection, dropped ?? []) > 0;
    });

    /// <summary>Visits whose window was not over when they were saved.</summary>
    public IReadOnlyList<Visit> OpenVisits() => Read(VisitRows.Open);

    /// <summary>The remembered faces; those that cannot be read are erased.</summary>
    public IReadOnlyList<RememberedFace> Faces()
    {
        var (faces, unreadable) = Read(connection => FaceRows.Load(connection, _key));
        EraseFaces(unreadable);
        return faces;
    }

    /// <summary>Erases faces, and what links visits to them.</summary>
    public void EraseFaces(IReadOnlyList<Guid> faces)
    {
        if (faces.Count > 0)
        {
            Within(connection => FaceRows.Erase(connection, faces) > 0);
        }
    }

    /// <summary>Erases visits that ended before this time, with what was said about them.</summary>
    public void EraseVisits(DateTimeOffset before) => Within(connection => VisitRows.Erase(connection, before, MostVisits) > 0);

    /// <summary>One visit; null where there is none.</summary>
    public Visit? Find(Guid id) => Read(connection => VisitRows.Find(connection, id));

    /// <summary>Visits, the newest first.</summary>
    public IReadOnlyList<Visit> List(VisitFilter filter) => Read(connection => VisitRows.List(connection, filter));

    /// <summary>How often a remembered face was here.</summary>
    public Returns ReturnsOf(Guid face) => Read(connection => VisitRows.ReturnsOf(connection, face));

    /// <summary>What was said of a visit; null where nothing was.</summary>
    public VisitFeedback? FeedbackOf(Guid visit) => Read(connection => FeedbackRows.Find(connection, visit));

    /// <summary>Keeps what somebody says of a visit, in place of what was said before; null takes it back.</summary>
    public void Say(Guid visit, VisitFeedback? feedback) => Within(connection =>
    {
        FeedbackRows.Save(connection, visit, feedback);
        return false;
    });

    /// <summary>How often each camera's alerts were wrong since a time, and before another where that is given.</summary>
    public IReadOnlyList<CameraRate> Rates(DateTimeOffset since, DateTimeOffset? until = null) => Read(connection => FeedbackRows.Rates(connection, since, until));

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection.Dispose();
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(_key);
    }

    private T Read<T>(Func<SqliteConnection, T> read)
    {
        lock (_gate)
        {
            return read(_connection);
        }
    }

    // The change answers whether something was erased: the log of the database would hold it until the next checkpoint.
    private void Within(Func<SqliteConnection, bool> change)
    {
        lock (_gate)
        {
            bool erased;
            using (var transaction = _connection.BeginTransaction())
            {
                erased = change(_connection);
                transaction.Commit();
            }

            if (erased)
            {
                _connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
    }
}
