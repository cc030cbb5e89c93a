using EdgeGateway.Testing;
using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Uplink.Commands;

public sealed class ReplayGuardTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan s_skew = TimeSpan.FromSeconds(10);

    private readonly TemporaryFolder _folder = new();

    private string Floor => _folder.File("commands.floor");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Nonce_passes_once()
    {
        var guard = Guard(s_start);

        Assert.True(guard.TryPass("a", s_start.AddSeconds(11)));
        Assert.False(guard.TryPass("a", s_start.AddSeconds(11)));
        Assert.True(guard.TryPass("b", s_start.AddSeconds(11)));
    }

    [Fact]
    public void Message_that_passed_before_a_restart_does_not_pass_after_it_whatever_the_clock_says_then()
    {
        Assert.True(Guard(s_start).TryPass("a", s_start.AddSeconds(11)));

        foreach (var clock in (DateTimeOffset[])[s_start.AddSeconds(12), s_start.AddYears(-3), s_start.AddYears(3)])
        {
            var guard = Guard(clock);
            Assert.False(guard.TryPass("a", s_start.AddSeconds(11)));
            Assert.False(guard.TryPass("earlier", s_start.AddSeconds(10)));
        }

        Assert.True(Guard(s_start).TryPass("b", s_start.AddSeconds(12)));
    }

    [Fact]
    public void Without_a_file_what_was_issued_before_the_start_or_may_have_been_does_not_pass()
    {
        var guard = Guard(s_start);

        Assert.False(guard.TryPass("a", s_start.AddSeconds(-1)));
        Assert.False(guard.TryPass("b", s_start + s_skew));
        Assert.True(guard.TryPass("c", s_start + s_skew + TimeSpan.FromMilliseconds(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    public void Damaged_file_counts_as_none(string text)
    {
        File.WriteAllText(Floor, text);

        Assert.False(Guard(s_start).TryPass("a", s_start));
        Assert.True(Guard(s_start).TryPass("b", s_start.AddSeconds(20)));
    }

    [Fact]
    public void File_that_cannot_be_written_is_told_and_stops_nothing()
    {
        var log = new ListLogger<CommandService>();
        var guard = new ReplayGuard(_folder.File("missing/commands.floor"), s_start, s_skew, log);

        Assert.True(guard.TryPass("a", s_start.AddSeconds(11)));
        Assert.False(guard.TryPass("a", s_start.AddSeconds(11)));
        Assert.Contains("commands.floor", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Forgotten_nonces_do_not_pass_again_however_many_came()
    {
        var guard = Guard(s_start);
        for (var i = 0; i < 3000; i++)
        {
            Assert.True(guard.TryPass($"n{i}", s_start.AddSeconds(11).AddMilliseconds(i)));
        }

        for (var i = 0; i < 3000; i++)
        {
            Assert.False(guard.TryPass($"n{i}", s_start.AddSeconds(11).AddMilliseconds(i)));
        }
    }

    private ReplayGuard Guard(DateTimeOffset now) => new(Floor, now, s_skew, NullLogger.Instance);
}
