using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Passages;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Models;
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
            new FixedDevices(_fixture.Gate), watchers, _fixture.People, _fixture.Recorder, _fixture.Journal, _fixture.Board,
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
            new FixedDevices(_fixture.Gate), watchers, _fixture.People, _fixture.Recorder, journal, _fixture.Board,
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

    public void Dispose() => _fixture.Dispose();

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
