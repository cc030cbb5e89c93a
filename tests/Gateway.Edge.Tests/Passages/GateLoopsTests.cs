using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Passages;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Models;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Passages;

public sealed class GateLoopsTests : IDisposable
{
    private readonly PassageFixture _fixture = new();

    [Fact(Timeout = 60_000)]
    public async Task Unusable_model_is_recorded_once_as_the_gates_fault_and_tried_again()
    {
        var stop = TestContext.Current.CancellationToken;
        var watchers = new FailingWatchers();
        using var loops = new GateLoops(
            new FixedDevices(_fixture.Gate), watchers, _fixture.People, _fixture.Scenes, _fixture.Recorder, _fixture.Workers, _fixture.Journal, _fixture.Board,
            Options.Create(new AccessOptions()), _fixture.Clock, NullLoggerFactory.Instance);

        await loops.StartAsync(stop);
        while (watchers.Created < 3)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, stop);
        }

        await loops.StopAsync(stop);

        var record = Assert.Single(await _fixture.StopAndReadAsync(stop));
        var data = JsonSerializer.Deserialize<DeviceHealthData>(record.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((EventPriority.High, "gate-1", "Faulty", "recognition-failed"), (record.Priority, data.Device, data.State, data.Code));
        Assert.Contains("fr_feature.onnx", data.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Gate_begins_again_while_its_fault_waits_for_the_disk_and_lets_go_of_each_watcher()
    {
        var stop = TestContext.Current.CancellationToken;
        var watchers = new BreakingWatchers();
        var disk = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var journal = new StalledJournal(_fixture.Journal, disk.Task);
        using var loops = new GateLoops(
            new FixedDevices(_fixture.Gate), watchers, _fixture.People, _fixture.Scenes, _fixture.Recorder, _fixture.Workers, journal, _fixture.Board,
            Options.Create(new AccessOptions()), _fixture.Clock, NullLoggerFactory.Instance);
        _fixture.Gate.Show(frames: 3);

        await loops.StartAsync(stop);
        while (watchers.Disposed < 3)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, stop);
        }

        Assert.Equal(1, journal.Waiting);
        disk.SetResult();
        await loops.StopAsync(stop);

        Assert.Single(await _fixture.StopAndReadAsync(stop));
        Assert.Equal(watchers.Created, watchers.Disposed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reload_in_a_fire_keeps_the_gate_released_until_its_new_device_or_its_removal_ends_it()
    {
        var stop = TestContext.Current.CancellationToken;
        using var renewed = new ScriptedGate(_fixture.Clock);
        var devices = new FixedDevices(_fixture.Gate) { Hardware = WithFireInput };
        var listener = new ReleaseListener(_fixture.Board, _fixture.Scenes);
        using var loops = new GateLoops(
            devices, new FailingWatchers(), _fixture.People, _fixture.Scenes, _fixture.Recorder, _fixture.Workers, _fixture.Journal, _fixture.Board,
            Options.Create(new AccessOptions()), _fixture.Clock, NullLoggerFactory.Instance);
        await loops.StartAsync(stop);
        await WaitedAsync(1);

        // The new device has told of the fire before the old one's loop has ended.
        listener.Seen(new FireRelease(renewed.Id, _fixture.Clock.GetUtcNow(), Active: true));
        devices.Change(renewed);
        await WaitedAsync(2);
        Assert.Equal((true, CompoundMode.Released), Standing());

        // The fire ended while nobody followed its input.
        devices.Change(_fixture.Gate);
        await WaitedAsync(3);
        listener.Seen(new FireInputAtRest(renewed.Id, _fixture.Clock.GetUtcNow()));
        Assert.Equal((false, CompoundMode.Normal), Standing());

        // A gate that is no more, or has no such input any more, is told of by nobody.
        listener.Seen(new FireRelease(renewed.Id, _fixture.Clock.GetUtcNow(), Active: true));
        devices.Hardware = devices.Hardware with { Devices = [] };
        devices.Change();
        await WaitedAsync(4);
        Assert.Equal((false, CompoundMode.Normal), Standing());
        await loops.StopAsync(stop);

        (bool Released, CompoundMode Mode) Standing() => (_fixture.Board.IsReleased(renewed.Id), _fixture.Scenes.Of(renewed.Id.Value).Mode);

        async Task WaitedAsync(int times)
        {
            while (devices.Waits < times)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, stop);
            }
        }
    }

    public void Dispose() => _fixture.Dispose();

    private static HardwareFile WithFireInput => HardwareReader.Parse(
        Encoding.UTF8.GetBytes(ConsoleUnderTest.OneGate
            .Replace("gate-east", "gate-1", StringComparison.Ordinal)
            .Replace("\"contact\": 1 }", "\"contact\": 1 }, \"fireRelease\": { \"bus\": \"doors\", \"line\": 9 }", StringComparison.Ordinal)),
        "test.json",
        _ => null);

    /// <summary>Each watcher breaks with the first frame that it sees.</summary>
    private sealed class BreakingWatchers : IFaceWatcherFactory
    {
        private int _created;
        private int _disposed;

        public int Created => Volatile.Read(ref _created);

        public int Disposed => Volatile.Read(ref _disposed);

        public IFaceWatcher Create()
        {
            Interlocked.Increment(ref _created);
            return new Watcher(this);
        }

        private sealed class Watcher(BreakingWatchers owner) : IFaceWatcher, IDisposable
        {
            public IReadOnlyList<FaceEvidence> Look(BgrImage image, DateTimeOffset capturedAt) =>
                throw new InvalidOperationException("The picture cannot be worked.");

            public void Dispose() => Interlocked.Increment(ref owner._disposed);
        }
    }

    private sealed class FailingWatchers : IFaceWatcherFactory
    {
        private int _created;

        public int Created => Volatile.Read(ref _created);

        public IFaceWatcher Create()
        {
            Interlocked.Increment(ref _created);
            throw new ModelFaultException("Model 'face-embedding' cannot be read from fr_feature.onnx.");
        }
    }
}
