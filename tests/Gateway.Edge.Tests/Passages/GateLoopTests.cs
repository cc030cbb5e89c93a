using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Tests.Passages;

public sealed class GateLoopTests : IDisposable
{
    private readonly PassageFixture _fixture = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Known_face_opens_the_door_and_is_recorded()
    {
        var person = _fixture.People.Add("张*");
        await _fixture.Recorder.StartAsync(Cancelled);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var run = _fixture.Loop.RunAsync(stop.Token);
        _fixture.Watcher.Says(_fixture.Known(person));

        _fixture.Gate.Show(frames: 1);
        await _fixture.Journal.WaitAsync(0, Cancelled);

        Assert.True(_fixture.Gate.Door.Released);
        Assert.Equal(GatePhase.Open, Assert.Single(_fixture.Board.Gates).Phase);
        var passage = PassageFixture.PassageOf(Assert.Single(await _fixture.StopAndReadAsync(Cancelled)));
        Assert.Equal((PassageOutcome.OpenedResident, "张*", "gate-1"), (passage.Outcome, passage.MaskedName, passage.Gate));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stranger_who_stays_in_view_is_no_second_passage_and_lingers()
    {
        await _fixture.Recorder.StartAsync(Cancelled);
        await _fixture.Loop.WorkAsync(_fixture.Stranger(track: 1), Cancelled);
        for (var seconds = 20; seconds <= 200; seconds += 20)
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(20));
            await _fixture.Loop.WorkAsync(_fixture.Stranger(track: 1) with { Again = true }, Cancelled);
        }

        var records = await _fixture.StopAndReadAsync(Cancelled);

        Assert.Equal([EventKind.Passage, EventKind.Stranger, EventKind.Stranger], records.Select(record => record.Kind));
        Assert.Equal([EventPriority.Info, EventPriority.High, EventPriority.Normal], records.Select(record => record.Priority));
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_fault_is_a_refusal_that_says_so_and_the_next_attempt_opens()
    {
        var person = _fixture.People.Add("张*");
        await _fixture.Recorder.StartAsync(Cancelled);
        _fixture.Gate.Relay = () => throw new DeviceFaultException("The relay board does not answer.");

        await _fixture.Loop.WorkAsync(_fixture.Known(person), Cancelled);
        _fixture.Gate.Relay = null;
        await _fixture.Loop.WorkAsync(_fixture.Known(person, track: 2), Cancelled);

        var passages = (await _fixture.StopAndReadAsync(Cancelled)).Select(PassageFixture.PassageOf).ToList();
        Assert.Equal([PassageOutcome.Refused, PassageOutcome.OpenedResident], passages.Select(passage => passage.Outcome));
        Assert.Equal(PassageWords.GateFault, passages[0].Reason);
        Assert.True(_fixture.Gate.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_never_answers_is_given_up_after_its_time()
    {
        var person = _fixture.People.Add("张*");
        await _fixture.Recorder.StartAsync(Cancelled);
        _fixture.Gate.Relay = () => new TaskCompletionSource().Task;

        var work = _fixture.Loop.WorkAsync(_fixture.Known(person), Cancelled).AsTask();
        _fixture.Clock.Advance(_fixture.Options.RelayTimeout - TimeSpan.FromMilliseconds(1));
        Assert.False(work.IsCompleted);
        _fixture.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await work;

        var passage = PassageFixture.PassageOf(Assert.Single(await _fixture.StopAndReadAsync(Cancelled)));
        Assert.Equal((PassageOutcome.Refused, PassageWords.GateFault), (passage.Outcome, passage.Reason));
        Assert.False(_fixture.Gate.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stranger_over_many_tracks_raises_exactly_one_alert_and_opens_nothing()
    {
        await _fixture.Recorder.StartAsync(Cancelled);
        for (var track = 1; track <= 8; track++)
        {
            await _fixture.Loop.WorkAsync(_fixture.Stranger(track), Cancelled);
            await _fixture.Loop.WorkAsync(_fixture.Stranger(track), Cancelled);
        }

        var records = await _fixture.StopAndReadAsync(Cancelled);
        Assert.Single(records, record => record.Kind == EventKind.Stranger && record.Priority == EventPriority.High);
        Assert.Equal(7, records.Count(record => record.Kind == EventKind.Stranger && record.Priority == EventPriority.Info));
        Assert.Equal(8, records.Count(record => record.Kind == EventKind.Passage));
        Assert.False(_fixture.Gate.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Unknown_face_is_refused_without_an_alert_while_residents_are_missing()
    {
        await _fixture.Recorder.StartAsync(Cancelled);
        _fixture.People.IsComplete = false;

        await _fixture.Loop.WorkAsync(_fixture.Stranger(1), Cancelled);

        var record = Assert.Single(await _fixture.StopAndReadAsync(Cancelled));
        Assert.Equal(EventKind.Passage, record.Kind);
        var passage = PassageFixture.PassageOf(record);
        Assert.Equal((PassageOutcome.Refused, PassageWords.CannotTell), (passage.Outcome, passage.Reason));
        Assert.False(_fixture.Gate.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Gate_opens_although_the_journal_cannot_be_written()
    {
        var person = _fixture.People.Add("张*");
        await _fixture.Recorder.StartAsync(Cancelled);
        _fixture.Journal.Dispose();

        await _fixture.Loop.WorkAsync(_fixture.Known(person), Cancelled);
        await _fixture.Recorder.StopAsync(Cancelled);

        Assert.True(_fixture.Gate.Door.Released);
        Assert.Equal(1, _fixture.Recorder.Unrecorded);
    }

    [Fact(Timeout = 60_000)]
    public async Task What_has_been_decided_is_recorded_before_the_recorder_stops()
    {
        await _fixture.Recorder.StartAsync(Cancelled);
        for (var number = 0; number < 200; number++)
        {
            await _fixture.Loop.WorkAsync(_fixture.Known(_fixture.People.Add("张*")), Cancelled);
        }

        Assert.Equal(200, (await _fixture.StopAndReadAsync(Cancelled)).Count);
        Assert.Equal(0, _fixture.Recorder.Unrecorded);
    }

    public void Dispose() => _fixture.Dispose();
}
