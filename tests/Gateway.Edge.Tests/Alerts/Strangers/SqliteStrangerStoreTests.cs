using System.Runtime.InteropServices;
using System.Text;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Edge.Alerts.Strangers;

namespace Gateway.Edge.Tests.Alerts.Strangers;

public sealed class SqliteStrangerStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ListLogger<SqliteStrangerStore> _log = new();

    private string File => _folder.File("strangers.db");

    [Fact]
    public void Stranger_survives_a_restart()
    {
        var stranger = Make(1);
        Use(store => store.Save(stranger, []));
        Use(store => store.Save(stranger with { Sightings = 2 }, []));

        Use(store =>
        {
            var loaded = Assert.Single(store.Load());
            Assert.Equal(stranger with { Sightings = 2, Embedding = loaded.Embedding }, loaded);
            Assert.Equal(stranger.Embedding.ToArray(), loaded.Embedding.ToArray());
        });
    }

    [Fact]
    public void Face_cannot_be_read_from_the_file()
    {
        var stranger = Make(1);
        Use(store => store.Save(stranger, []));

        var bytes = System.IO.File.ReadAllBytes(File);

        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(stranger.Id.ToString())) >= 0);
        Assert.Equal(-1, bytes.AsSpan().IndexOf(MemoryMarshal.AsBytes(stranger.Embedding.Span)[..64]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
    }

    [Fact]
    public void Forgotten_stranger_leaves_nothing_in_the_file()
    {
        var (gone, stays) = (Make(1), Make(2));
        Use(store => store.Save(gone, []));
        Use(store => store.Save(stays, [gone.Id]));

        Assert.Equal(-1, System.IO.File.ReadAllBytes(File).AsSpan().IndexOf(Encoding.UTF8.GetBytes(gone.Id.ToString())));
        Use(store => Assert.Equal(stays.Id, Assert.Single(store.Load()).Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4096)]
    public async Task Damaged_file_is_kept_aside_and_strangers_begin_anew(int offset)
    {
        Use(store => store.Save(Make(1), []));
        using (var file = System.IO.File.OpenWrite(File))
        {
            file.Position = offset;
            file.Write(Enumerable.Repeat((byte)0xA5, 2048).ToArray());
        }

        Use(store =>
        {
            Assert.Empty(store.Load());
            store.Save(Make(2), []);
        });

        Assert.True(System.IO.File.Exists(File + ".damaged"));
        Assert.Contains(File, await _log.FirstAsync("was damaged"), StringComparison.Ordinal);
        Use(store => Assert.Single(store.Load()));
    }

    [Fact]
    public async Task Row_that_does_not_open_is_skipped_and_the_others_are_loaded()
    {
        Use(store => store.Save(Make(1), []));
        var key = _folder.File("keys/strangers.key");
        System.IO.File.Move(key, key + ".old");
        Use(store => store.Save(Make(2), []));

        Use(store => Assert.Single(store.Load()));

        Assert.Contains(File, await _log.FirstAsync("cannot be read and is forgotten"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_cannot_be_used_does_not_stop_the_gateway()
    {
        Directory.CreateDirectory(File);

        Use(store =>
        {
            store.Save(Make(1), []);
            Assert.Single(store.Load());
        });

        Assert.Contains(File, await _log.FirstAsync("cannot be used"), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Use(Action<SqliteStrangerStore> use)
    {
        using var store = SqliteStrangerStore.Open(_folder.Path, _log);
        use(store);
    }

    private static Stranger Make(int seed)
    {
        var at = new DateTimeOffset(2026, 6, 1, 12, 0, seed, TimeSpan.Zero);
        return new(Guid.NewGuid(), "gate-1", new LocalizedText("东门", "East gate"), Faces.Unit(seed), 1, at, at, 0.5f);
    }
}
