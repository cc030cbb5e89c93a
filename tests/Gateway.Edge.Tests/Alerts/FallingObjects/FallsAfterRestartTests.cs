using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Passages;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>The gateway is killed between a fall's alert and its evidence.</summary>
public sealed class FallsAfterRestartTests : IDisposable
{
    private readonly FallsFixture _before = new();
    private readonly FallsFixture _fixture;
    private readonly ListLogger<FallsAfterRestart> _log = new();

    // The journal is the same one after the restart.
    public FallsAfterRestartTests() => _fixture = new FallsFixture(_before.Journal);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Clip_that_is_still_in_the_ring_becomes_evidence_under_the_same_alert()
    {
        var (alert, camera) = await KilledAsync();
        await RestartAsync(camera);
        Assert.Equal([new ClipSpan(alert.EndedAt, TimeSpan.FromSeconds(10) + (alert.EndedAt - alert.BeganAt), TimeSpan.FromSeconds(10))], camera.Ring.Pinned);
        camera.Ring.Video.SetResult([5, 6]);

        var evidence = await _fixture.EvidenceAsync(_ => true);
        Assert.Equal((alert.ObjectId, alert.Incident), (evidence.ObjectId, evidence.Incident));
        Assert.Equal(
            ["still", "still-masked", "track", "clip"],
            Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Evidence)).Record.Media.Select(medium => medium.Role));
        Assert.Contains("taken up", _log.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Clip_that_is_gone_is_told_once_the_ring_has_been_read()
    {
        var (_, camera) = await KilledAsync();
        await RestartAsync(camera);
        camera.Ring.Video.SetException(new DeviceFaultException("There is no video of that time"));
        var told = _fixture.EvidenceAsync(_ => true);
        while (!told.IsCompleted)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        Assert.Contains("There is no video of that time", (await told).Reason.En, StringComparison.Ordinal);
        Assert.Equal(5, _fixture.Clock.Started(TimeSpan.FromSeconds(5)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Camera_that_was_taken_out_meanwhile_is_told_as_the_reason()
    {
        await KilledAsync();
        await RestartAsync(camera: null);
        Assert.Contains("no longer in the hardware file", (await _fixture.EvidenceAsync(_ => true)).Reason.En, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Falls_whose_evidence_is_on_record_are_left_alone()
    {
        var camera = new FacadeCamera(records: false);
        _before.Start(new FixedDevices(camera)).Tell(SampleFalls.Seen(camera));
        await _before.EvidenceAsync(_ => true);
        await _before.StopAsync();
        await RestartAsync(camera);
        await _fixture.StopAsync();
        Assert.Single(await _fixture.FallsAsync(FallingObjectPhase.Evidence));
    }

    [Fact(Timeout = 60_000)]
    public async Task Thing_that_falls_after_the_restart_joins_the_incident_that_was_under_way()
    {
        var (alert, camera) = await KilledAsync();
        await RestartAsync(camera);
        _fixture.Alerts.Tell(SampleFalls.Seen(camera, secondsAfterNoon: 15));
        var second = await _fixture.AlertAsync(data => data.Count == 2);
        Assert.Equal(alert.Incident, second.Incident);
    }

    [Fact(Timeout = 60_000)]
    public async Task Journal_that_cannot_be_read_keeps_nothing_from_starting()
    {
        var (_, camera) = await KilledAsync();
        await RestartAsync(camera, new UnreadableJournal());
        Assert.Contains("cannot be read", _log.Text, StringComparison.Ordinal);
        Assert.Empty(camera.Ring.Pinned);
    }

    public void Dispose()
    {
        _before.Dispose();
        _fixture.Dispose();
    }

    /// <summary>The alert is on record, its clip is not; returns the camera as it stands after the restart.</summary>
    private async Task<(FallingObjectData Alert, FacadeCamera After)> KilledAsync()
    {
        var camera = new FacadeCamera();
        _before.Start(new FixedDevices(camera)).Tell(SampleFalls.Seen(camera));
        var alert = await _before.AlertAsync(_ => true);

        // A stop leaves the record as a kill does: nothing is written about what is undone.
        await _before.StopAsync();
        Assert.Empty(await _before.FallsAsync(FallingObjectPhase.Evidence));
        return (alert, new FacadeCamera());
    }

    private async Task RestartAsync(FacadeCamera? camera, IJournalReader? reader = null)
    {
        var devices = camera is null ? new FixedDevices() : new FixedDevices(camera);
        _fixture.Start(devices);
        var restart = new FallsAfterRestart(
            devices, new RecordedFalls(_fixture.Journal, reader ?? _fixture.Journal), _fixture.Journal, _fixture.Incidents, _fixture.Board, _fixture.Evidence,
            Options.Create(_fixture.Options), TimeProvider.System, _log);
        await restart.StartAsync(Token);
    }

    private sealed class UnreadableJournal : IJournalReader
    {
        public ValueTask<IReadOnlyList<JournalRecord>> ReadAsync(long after, int limit, CancellationToken cancellationToken) =>
            throw new JournalUnavailableException("a page is damaged");

        public ValueTask<IReadOnlyList<JournalRecord>> ReadAsync(long after, EventPriority priority, int limit, CancellationToken cancellationToken) =>
            throw new JournalUnavailableException("a page is damaged");

        public ValueTask WaitAsync(long after, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
