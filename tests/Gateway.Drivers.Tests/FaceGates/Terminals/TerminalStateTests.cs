using EdgeGateway.Testing;
using Gateway.Drivers.FaceGates.Terminals;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

public sealed class TerminalStateTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(8));
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_was_saved_is_known_after_a_restart()
    {
        var path = Path.Combine(_folder.File("devices"), "terminal.json");
        var state = TerminalState.Load(path);
        state.Confirm("a", new TerminalState.Confirmed("p", "f"));
        state.Confirm("b", new TerminalState.Confirmed("p", "f"));
        state.Confirm("b", confirmed: null);
        Assert.True(state.TryTake(7, Noon));
        Assert.True(state.TryTake(8, Noon));
        state.GiveBack(8, Noon);
        state.KnownUntil = Noon;
        Assert.Null(state.Save());
        var again = TerminalState.Load(path);
        Assert.Equal(new TerminalState.Confirmed("p", "f"), Assert.Single(again.People()).Value);
        Assert.Equal(Noon, again.KnownUntil);
        Assert.False(again.TryTake(7, Noon.ToUniversalTime()));
        Assert.True(again.TryTake(8, Noon));
    }

    [Fact]
    public void Number_that_begins_anew_after_a_reset_is_another_event()
    {
        var state = new TerminalState(null);
        Assert.True(state.TryTake(1, Noon));
        Assert.False(state.TryTake(1, Noon));
        Assert.True(state.TryTake(1, Noon.AddDays(1)));
    }

    [Fact]
    public void Memory_of_events_is_bounded_and_keeps_the_latest()
    {
        var state = new TerminalState(null);
        for (var serial = 0; serial < 10_000; serial++)
        {
            Assert.True(state.TryTake(serial, Noon));
        }

        Assert.False(state.TryTake(9_999, Noon));
        Assert.False(state.TryTake(10_000 - 4096, Noon));
        Assert.True(state.TryTake(1, Noon));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"People\": 5}")]
    [InlineData("{\"People\": null, \"Taken\": null}")]
    public void Damaged_file_is_as_none(string content)
    {
        var path = _folder.File("terminal.json");
        File.WriteAllText(path, content);
        Assert.Empty(TerminalState.Load(path).People());
    }

    [Fact]
    public void File_that_cannot_be_written_is_named_and_written_later()
    {
        var path = _folder.File("terminal.json");
        Directory.CreateDirectory(path + ".new");
        var state = TerminalState.Load(path);
        state.KnownUntil = Noon;
        Assert.NotNull(state.Save());
        Directory.Delete(path + ".new");
        Assert.Null(state.Save());
        Assert.Equal(Noon, TerminalState.Load(path).KnownUntil);
    }

    public void Dispose() => _folder.Dispose();
}
