using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Edge.Passages;
using Gateway.Edge.Tests.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Edge.Tests.Passages;

public sealed class ObservationRecorderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DeviceId Gate = new("gate-1");

    [Theory]
    [InlineData(DeviceState.Offline, EventPriority.Normal)]
    [InlineData(DeviceState.Faulty, EventPriority.Normal)]
    [InlineData(DeviceState.Online, EventPriority.Info)]
    [InlineData(DeviceState.Degraded, EventPriority.Info)]
    public void Change_of_health_is_recorded_with_its_cause_in_words(DeviceState state, EventPriority priority)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal) { ["exit"] = "1" };
        var health = new DeviceHealth(Gate, "face-gate", state, "camera-stalled", new Wording("画面停止", "The picture stands still"), Noon, details);

        var entry = new HealthMapping().EntryOf(new HealthChanged(health))!;

        var data = JsonSerializer.Deserialize<DeviceHealthData>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((EventKind.DeviceHealth, priority, "gate-1"), (entry.Kind, entry.Priority, entry.Device));
        Assert.Equal((state.ToString(), "camera-stalled", "画面停止", "1"), (data.State, data.Code, data.Reason.Zh, data.Details["exit"]));
    }

    [Theory]
    [InlineData(DoorEvent.ForcedOpen, "door-forced-open", EventPriority.High)]
    [InlineData(DoorEvent.HeldOpen, "door-held-open", EventPriority.Normal)]
    [InlineData(DoorEvent.Opened, "door-opened", EventPriority.Info)]
    [InlineData(DoorEvent.NotUsed, "door-not-used", EventPriority.Info)]
    public void What_a_door_does_is_recorded_with_its_urgency(DoorEvent door, string code, EventPriority priority)
    {
        var entry = new DoorMapping().EntryOf(new DoorObserved(Gate, Noon, door))!;

        var data = JsonSerializer.Deserialize<DeviceHealthData>(entry.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((priority, code), (entry.Priority, data.Code));
        Assert.Equal(Noon.ToString("O"), data.Details["at"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task Observation_that_cannot_be_recorded_is_counted_and_the_next_one_is_recorded()
    {
        var stop = TestContext.Current.CancellationToken;
        using var files = new JournalFixture();
        using var journal = files.Open();
        var devices = new TwoDoors();
        using var recorder = new ObservationRecorder(devices, [new HealthMapping(), new DoorMapping()], [], new FailingOnceJournal(journal), NullLogger<ObservationRecorder>.Instance);

        await recorder.StartAsync(stop);
        await recorder.ExecuteTask!;

        Assert.Equal("gate-2", Assert.Single(await journal.ReadAsync(0, 10, stop)).Device);
        Assert.Equal(1, recorder.Unrecorded);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reports_are_heard_while_another_is_being_written_and_all_are_recorded_by_the_end()
    {
        var stop = TestContext.Current.CancellationToken;
        using var files = new JournalFixture();
        using var journal = files.Open();
        var disk = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var heard = new SecondDoorHeard();
        using var recorder = new ObservationRecorder(
            new TwoDoors(), [new DoorMapping()], [heard], new StalledJournal(journal, disk.Task), NullLogger<ObservationRecorder>.Instance);

        await recorder.StartAsync(stop);
        await heard.Task;

        Assert.False(recorder.ExecuteTask!.IsCompleted);
        Assert.Empty(await journal.ReadAsync(0, 10, stop));
        disk.SetResult();
        await recorder.ExecuteTask;
        Assert.Equal(2, (await journal.ReadAsync(0, 10, stop)).Count);
    }

    [Fact]
    public void Closing_door_is_not_worth_a_record() => Assert.Null(new DoorMapping().EntryOf(new DoorObserved(Gate, Noon, DoorEvent.Closed)));

    private sealed class SecondDoorHeard : IObservationListener
    {
        private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Task => _heard.Task;

        public void Seen(Observation observation)
        {
            if (observation.Device != Gate)
            {
                _heard.SetResult();
            }
        }
    }

    private sealed class TwoDoors : IObservationSource
    {
        public async IAsyncEnumerable<Observation> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.Yield();
            yield return new DoorObserved(Gate, Noon, DoorEvent.ForcedOpen);
            yield return new DoorObserved(new DeviceId("gate-2"), Noon, DoorEvent.ForcedOpen);
        }

        public bool TryTake([NotNullWhen(true)] out Observation? observation)
        {
            observation = null;
            return false;
        }

        public IAsyncEnumerable<Observation> ReadUrgentAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<Observation>();
    }
}
