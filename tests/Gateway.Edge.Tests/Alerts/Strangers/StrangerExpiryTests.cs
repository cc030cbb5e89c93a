using System.Text;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Edge.Alerts.Strangers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Alerts.Strangers;

public sealed class StrangerExpiryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new();
    private readonly StrangerOptions _options = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Strangers_outside_of_the_window_are_erased_at_the_start_and_the_others_stay()
    {
        var (gone, stays) = (Make(1, TimeSpan.FromMinutes(31)), Make(2, TimeSpan.FromMinutes(29)));
        using var store = Open();
        store.Save(gone, []);
        store.Save(stays, []);
        var book = new StrangerBook(_options);
        book.Restore(store.Load(), _time.GetUtcNow());

        using var expiry = new StrangerExpiry(book, Ledgers.Make(_folder.Path, store, _time), store, Options.Create(_options), _time, NullLogger<StrangerExpiry>.Instance);
        await expiry.StartAsync(Stop);
        await UntilAsync(() => store.Load().Count == 1);
        await expiry.StopAsync(Stop);

        Assert.Equal(stays.Id, Assert.Single(store.Load()).Id);
        Assert.Equal(1, book.Count);
        Assert.Equal(-1, await IndexInFilesAsync(gone.Id));
    }

    [Fact]
    public async Task Stranger_of_a_quiet_gate_is_erased_from_book_and_file_when_the_window_ends()
    {
        var stranger = Make(1, TimeSpan.Zero);
        using var store = Open();
        store.Save(stranger, []);
        var book = new StrangerBook(_options);
        book.Restore(store.Load(), _time.GetUtcNow());
        using var expiry = new StrangerExpiry(book, Ledgers.Make(_folder.Path, store, _time), store, Options.Create(_options), _time, NullLogger<StrangerExpiry>.Instance);
        await expiry.StartAsync(Stop);

        // The service sets its timer on a thread of its own: the clock is moved until it has seen it.
        await UntilAsync(() =>
        {
            _time.Advance(StrangerExpiry.Interval);
            return store.Load().Count == 0;
        });
        await expiry.StopAsync(Stop);

        Assert.Equal(0, book.Count);
        Assert.True(_time.GetUtcNow() - stranger.LastSeen > _options.Window);
        Assert.Equal(-1, await IndexInFilesAsync(stranger.Id));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
            Stop.ThrowIfCancellationRequested();
        }
    }

    private async Task<int> IndexInFilesAsync(Guid id)
    {
        var found = -1;
        foreach (var file in Directory.GetFiles(_folder.Path, "strangers.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, Stop);
            found = Math.Max(found, bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(id.ToString())));
        }

        return found;
    }

    private SqliteStrangerStore Open() => SqliteStrangerStore.Open(_folder.Path, NullLogger<SqliteStrangerStore>.Instance);

    private Stranger Make(int seed, TimeSpan ago)
    {
        var at = _time.GetUtcNow() - ago;
        return new(Guid.NewGuid(), "gate-1", new LocalizedText("东门", "East gate"), Faces.Unit(seed), 1, at, at, 0.5f);
    }
}
