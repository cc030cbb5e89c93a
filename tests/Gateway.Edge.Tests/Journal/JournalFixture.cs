using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Journal;

/// <summary>A data directory of its own per test, on the real disk, with a journal that can be closed and opened again.</summary>
internal sealed class JournalFixture : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("journal-").FullName;

    public JournalFixture() => Paths = new JournalPaths(Path.Combine(_root, "data"));

    public JournalPaths Paths { get; }

    public JournalOptions Options { get; } = new();

    public FakeTimeProvider Clock { get; } = new();

    public SqliteJournal Open() => SqliteJournal.Open(Paths, Options, Clock, NullLogger.Instance);

    public MediaStore OpenMedia() => MediaStore.Open(Paths, Options, NullLogger.Instance);

    public static JournalEntry Entry(string text, EventPriority priority = EventPriority.Normal) =>
        JournalEntry.Of(EventKind.Passage, priority, "gate-1", new { text });

    public static async Task<List<JournalRecord>> FillAsync(SqliteJournal journal, int count)
    {
        var appends = Enumerable.Range(1, count).Select(number => journal.AppendAsync(Entry($"record {number}"), CancellationToken.None).AsTask());
        return [.. await Task.WhenAll(appends)];
    }

    /// <summary>Changes the closed file below SQLite's back.</summary>
    public void Damage(Action<FileStream> change)
    {
        SqliteConnection.ClearAllPools();
        using var file = new FileStream(Paths.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        change(file);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }
}
