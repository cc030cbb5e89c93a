using System.Diagnostics;
using System.Globalization;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Tests.Journal;

/// <summary>A real process that appends, killed at points nobody chose.</summary>
public sealed class JournalKillTests : IDisposable
{
    private const int Kills = 20;

    private readonly JournalFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Twenty_kills_lose_no_acknowledged_record_and_the_chain_verifies()
    {
        var acknowledged = new Dictionary<long, Guid>();
        var random = new Random(20);
        for (var kill = 0; kill < Kills; kill++)
        {
            await AppendUntilKilledAsync(1 + random.Next(400), acknowledged);
        }

        var media = MediaStore.OpenForReading(_fixture.Paths, _fixture.Options);
        var beforeRecovery = await JournalVerifier.VerifyAsync(_fixture.Paths, media, Stop);
        using var journal = _fixture.Open();
        _fixture.OpenMedia();
        var found = await ReadAllAsync(journal);

        Assert.Empty(beforeRecovery.Problems);
        Assert.Null(journal.Status.Damage);
        Assert.True(acknowledged.Count >= Kills, $"only {acknowledged.Count} were acknowledged");
        Assert.DoesNotContain(acknowledged, pair => !found.TryGetValue(pair.Key, out var id) || id != pair.Value);
        Assert.Empty(Directory.GetFiles(_fixture.Paths.Media, "*.tmp"));
    }

    private static async Task<Dictionary<long, Guid>> ReadAllAsync(SqliteJournal journal)
    {
        var found = new Dictionary<long, Guid>();
        for (var after = 0L; after < journal.LastSequence; after = found.Keys.Max())
        {
            foreach (var record in await journal.ReadAsync(after, 5000, Stop))
            {
                found.Add(record.Sequence, record.Id);
            }
        }

        return found;
    }

    private async Task AppendUntilKilledAsync(int lines, Dictionary<long, Guid> acknowledged)
    {
        var gateway = typeof(SqliteJournal).Assembly.Location;
        using var child = Process.Start(new ProcessStartInfo(
            "dotnet", [gateway, "journal", "soak", "--data", _fixture.Paths.Root, "--writers", "8"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            for (; lines > 0 && await child.StandardOutput.ReadLineAsync(Stop) is { } line; lines--)
            {
                Note(line, acknowledged);
            }

            Assert.False(child.HasExited, "The child ended by itself.");
        }
        finally
        {
            // SIGKILL: no handler runs, nothing is flushed.
            child.Kill();
        }

        // What it still managed to say counts as well; its last line may be cut short.
        var rest = await child.StandardOutput.ReadToEndAsync(Stop);
        foreach (var line in rest.Split('\n')[..^1])
        {
            Note(line, acknowledged);
        }

        await child.WaitForExitAsync(Stop);
    }

    private static void Note(string line, Dictionary<long, Guid> acknowledged)
    {
        var parts = line.Split(' ');
        acknowledged.Add(long.Parse(parts[0], CultureInfo.InvariantCulture), Guid.Parse(parts[1]));
    }
}
