using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Configuration;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Passages;
using Gateway.Edge.Tests.Alerts.Strangers;
using Gateway.Edge.Tests.Console;

namespace Gateway.Edge.Tests.Passages;

public sealed class StrangerGraceTests : IDisposable
{
    private const string East = "gate-east";
    private readonly PassageFixture _fixture = new();
    private readonly TemporaryFolder _folder = new();

    public StrangerGraceTests() => _fixture.Devices.Hardware = HardwareReader.Read(
        _folder.Write(
            "hardware.json",
            ConsoleUnderTest.OneGate.Replace("\"door\": {", """
                "reader": { "kind": "serial", "device": "/dev/serial/by-id/reader" }, "door": {
                """, StringComparison.Ordinal),
            UnixFileMode.UserRead | UnixFileMode.UserWrite),
        _ => null);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Face_of_whoever_opens_with_a_card_is_no_stranger_s_before_or_after()
    {
        Assert.True(_fixture.Grace.TryHold(Seen(face: 1)));
        _fixture.Clock.Advance(TimeSpan.FromSeconds(3));
        _fixture.Grace.Opened(East);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(_fixture.Grace.TryHold(Seen(face: 1)));

        Assert.Empty(await StrangersAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Whoever_slips_in_behind_a_card_is_told()
    {
        Assert.True(_fixture.Grace.TryHold(Seen(face: 1)));
        _fixture.Grace.Opened(East);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_fixture.Grace.TryHold(Seen(face: 2)));

        Assert.Single(await StrangersAsync());
    }

    [Theory(Timeout = 60_000)]
    [InlineData("gate-west", 0)]
    [InlineData(East, 60)]
    public async Task Opening_of_another_gate_or_another_time_excuses_nobody(string gate, int seconds)
    {
        _fixture.Grace.Opened(gate);
        _fixture.Clock.Advance(TimeSpan.FromSeconds(seconds));
        Assert.True(_fixture.Grace.TryHold(Seen(face: 1)));

        Assert.Single(await StrangersAsync());
    }

    [Fact]
    public void Gate_without_a_reader_tells_at_once()
    {
        Assert.False(_fixture.Grace.TryHold(Seen(face: 1) with { Gate = "gate-1" }));
        _fixture.Options.StrangerGrace = TimeSpan.Zero;
        Assert.False(_fixture.Grace.TryHold(Seen(face: 1)));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_held_when_the_gateway_stops_is_told()
    {
        await _fixture.Grace.StartAsync(Stop);
        Assert.True(_fixture.Grace.TryHold(Seen(face: 1)));

        await _fixture.Grace.StopAsync(Stop);

        Assert.Single((await _fixture.Journal.ReadAsync(0, 10, Stop)), record => record.Kind == EventKind.Stranger);
    }

    [Fact(Timeout = 60_000)]
    public async Task Opened_by_card_on_record_is_what_excuses()
    {
        await _fixture.Recorder.StartAsync(Stop);
        var name = new LocalizedText("东门", "East gate");
        _fixture.Recorder.Enqueue(new Passage(new PassageData(East, name, PassageOutcome.OpenedResident, name, "card", "p", "王*", null, 1), Sighting: null));
        _fixture.Recorder.Enqueue(new Passage(new PassageData(East, name, PassageOutcome.Stranger, name, "face", null, null, null, 1), Seen(face: 1)));
        await _fixture.Recorder.StopAsync(Stop);

        Assert.Empty(await StrangersAsync());
    }

    public void Dispose()
    {
        _fixture.Dispose();
        _folder.Dispose();
    }

    private Sighting Seen(int face) =>
        new(East, new LocalizedText("东门", "East gate"), Faces.Unit(face), new byte[] { 0xFF, 0xD8, 0xFF }, 0.7f, _fixture.Clock.GetUtcNow());

    // All are due before anybody looks: nothing depends on when the loop wakes.
    private async Task<IEnumerable<Gateway.Edge.Journal.JournalRecord>> StrangersAsync()
    {
        _fixture.Clock.Advance(_fixture.Options.StrangerGrace);
        await _fixture.Grace.StartAsync(Stop);
        await _fixture.Grace.StopAsync(Stop);
        return (await _fixture.Journal.ReadAsync(0, 10, Stop)).Where(record => record.Kind == EventKind.Stranger);
    }
}
