using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Gateway.Edge.Tests.Access.Passes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Passages;

public sealed class CredentialDeskTests : IDisposable
{
    private readonly PassageFixture _fixture = new();
    private readonly PassBench _bench = new();
    private readonly CredentialDesk _desk;

    public CredentialDeskTests()
    {
        _desk = DeskOf(_fixture.Gate);
        // The gate's clock and the passes' show the same time.
        _fixture.Clock.Advance(_bench.Now - _fixture.Clock.GetUtcNow());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Card_opens_the_gate_stands_on_its_display_and_is_on_record_without_its_number()
    {
        await _fixture.Recorder.StartAsync(Stop);
        _bench.Issue("0012345678");

        await HoldAsync("0012345678", CredentialKind.Card);

        Assert.True(_fixture.Gate.Door.Released);
        Assert.Equal("欢迎回家，王*", _fixture.Board.Find(_fixture.Gate.Id)!.Decision!.Reason.Zh);
        var record = Assert.Single(await _fixture.StopAndReadAsync(Stop));
        var data = PassageFixture.PassageOf(record);
        Assert.Equal((PassageOutcome.OpenedResident, "card", "王*", _bench.Holder.Id.ToString()), (data.Outcome, data.Method, data.MaskedName, data.Person));
        Assert.DoesNotContain("12345678", System.Text.Encoding.UTF8.GetString(record.Data.Span), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Answer_goes_from_the_display_by_itself_and_the_cameras_is_seen_again()
    {
        _fixture.Board.Show(_fixture.Gate.Id, _fixture.Gate.Name.Localized(), GatePhase.Idle, null);
        await HoldAsync("0012345678", CredentialKind.Card);
        Assert.Equal(GatePhase.Refused, _fixture.Board.Find(_fixture.Gate.Id)!.Phase);

        var changed = _fixture.Board.Changed;
        while (!changed.IsCompleted)
        {
            // The pause begins on another thread: time goes on until it is over.
            _fixture.Clock.Advance(_fixture.Options.RefusalFor);
            await Task.Yield();
        }

        Assert.Equal(GatePhase.Idle, _fixture.Board.Find(_fixture.Gate.Id)!.Phase);
    }

    [Fact(Timeout = 60_000)]
    public async Task Door_that_fails_is_told_and_the_code_may_be_shown_again()
    {
        await _fixture.Recorder.StartAsync(Stop);
        _fixture.Gate.Relay = () => throw new DeviceFaultException("The relay is away.");
        var code = _bench.Code(_bench.Issue());

        await HoldAsync(code, CredentialKind.Qr);
        Assert.Equal(RefusalCause.GateFault, CauseShown());
        _fixture.Gate.Relay = null;
        await HoldAsync(code, CredentialKind.Qr);

        Assert.True(_fixture.Gate.Door.Released);
        var outcomes = (await _fixture.StopAndReadAsync(Stop)).Select(record => PassageFixture.PassageOf(record)).Select(data => (data.Outcome, data.Method));
        Assert.Equal([(PassageOutcome.Refused, "qr"), (PassageOutcome.OpenedResident, "qr")], outcomes);
    }

    [Fact(Timeout = 60_000)]
    public async Task Code_that_a_relay_did_not_answer_for_in_time_is_used_for_the_door_may_have_opened()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _fixture.Gate.Relay = () =>
        {
            asked.SetResult();
            return new TaskCompletionSource().Task;
        };
        var code = _bench.Code(_bench.Issue());

        var held = HoldAsync(code, CredentialKind.Qr);
        await asked.Task;
        _fixture.Clock.Advance(_fixture.Options.RelayTimeout);
        await held;
        Assert.Equal(RefusalCause.GateFault, CauseShown());

        _fixture.Gate.Relay = null;
        await HoldAsync(code, CredentialKind.Qr);
        Assert.False(_fixture.Gate.Door.Released);
        Assert.Equal(RefusalCause.CodeUsed, CauseShown());
    }

    [Fact(Timeout = 60_000)]
    public async Task Guessing_at_a_reader_is_answered_after_pauses_that_double_and_is_on_record_once()
    {
        _bench.Issue("0012345678");
        for (var guess = 0; guess < ReaderGuard.Free; guess++)
        {
            await HoldAsync($"9000000{guess}", CredentialKind.Card);
            Assert.Equal(RefusalCause.CardUnknown, CauseShown());
        }

        foreach (var seconds in (int[])[2, 4, 8, 16, 32, 60, 60])
        {
            await HoldAsync("0012345678", CredentialKind.Card);
            Assert.Equal(RefusalCause.TooManyTried, CauseShown());
            _fixture.Clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
            await HoldAsync("0012345678", CredentialKind.Card);
            Assert.Equal(RefusalCause.TooManyTried, CauseShown());
            _fixture.Clock.Advance(TimeSpan.FromSeconds(0.1));
            await HoldAsync("99999999", CredentialKind.Card);
            Assert.Equal(RefusalCause.CardUnknown, CauseShown());
        }

        Assert.False(_fixture.Gate.Door.Released);
        _fixture.Clock.Advance(ReaderGuard.LongestPause);
        await HoldAsync("0012345678", CredentialKind.Card);
        Assert.True(_fixture.Gate.Door.Released);
        await HoldAsync("99999999", CredentialKind.Card);
        Assert.Equal(RefusalCause.CardUnknown, CauseShown());
        await HoldAsync("99999999", CredentialKind.Card);
        Assert.Equal(RefusalCause.CardUnknown, CauseShown());

        // What the desk has under way is in the journal before what comes after it.
        await _fixture.Journal.AppendAsync(JournalEntry.Of(EventKind.Audit, EventPriority.Info, "gateway", "the end"), Stop);
        var told = Assert.Single(await _fixture.Journal.ReadAsync(0, 100, Stop), record => record.Kind == EventKind.DeviceHealth);
        Assert.Equal((EventPriority.High, "gate-1"), (told.Priority, told.Device));
    }

    [Fact(Timeout = 60_000)]
    public async Task Holder_who_is_no_longer_registered_stays_outside()
    {
        _bench.Issue("0012345678");
        _bench.People.Forget(_bench.Holder);

        await HoldAsync("0012345678", CredentialKind.Card);

        Assert.False(_fixture.Gate.Door.Released);
        Assert.Equal(RefusalCause.NoLongerRegistered, CauseShown());
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_hangs_takes_one_reading_at_a_time_and_no_other_gate()
    {
        using var other = new ScriptedGate(_fixture.Clock, "gate-2");
        var asked = 0;
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var relay = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _fixture.Gate.Relay = () =>
        {
            Interlocked.Increment(ref asked);
            first.TrySetResult();
            return relay.Task;
        };
        other.Relay = () =>
        {
            opened.SetResult();
            return Task.CompletedTask;
        };
        var desk = DeskOf(_fixture.Gate, other);
        _bench.Issue("0012345678");

        desk.Seen(CardAt(_fixture.Gate));
        await first.Task;
        for (var time = 0; time < 99; time++)
        {
            desk.Seen(CardAt(_fixture.Gate));
        }

        desk.Seen(CardAt(other));
        await opened.Task;
        relay.SetResult();
        for (var changed = _fixture.Board.Changed; _fixture.Board.Find(_fixture.Gate.Id) is null; changed = _fixture.Board.Changed)
        {
            await changed;
        }

        Assert.Equal(1, Volatile.Read(ref asked));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(4)]
    [InlineData(-3600)]
    public async Task Reading_that_waited_until_nobody_may_stand_there_any_more_opens_nothing_and_is_logged_without_its_text(int seconds)
    {
        var log = new ListLogger<CredentialDesk>();
        var desk = DeskOf(log, _fixture.Gate);
        _bench.Issue("0012345678");
        var read = CardAt(_fixture.Gate);
        await desk.AnswerAsync(read with { At = read.At - TimeSpan.FromSeconds(seconds) });

        Assert.False(_fixture.Gate.Door.Released);
        Assert.Null(_fixture.Board.Find(_fixture.Gate.Id));
        Assert.Contains("hold it to the reader again", log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("678", log.Text, StringComparison.Ordinal);

        await desk.AnswerAsync(read with { At = read.At - CredentialDesk.Oldest });
        Assert.True(_fixture.Gate.Door.Released);
    }

    [Fact(Timeout = 60_000)]
    public async Task Card_opens_while_the_disk_stands_still_under_more_records_than_may_be_under_way_and_all_are_recorded_in_order_by_the_end()
    {
        const int Doors = 300;
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var disk = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _bench.Issue("0012345678");
        _fixture.Gate.Relay = () =>
        {
            opened.SetResult();
            return Task.CompletedTask;
        };
        var observations = Enumerable.Range(0, Doors).Select(Observation (number) => new DoorObserved(new DeviceId($"door-{number}"), _fixture.Clock.GetUtcNow(), DoorEvent.ForcedOpen)).Append(CardAt(_fixture.Gate));
        var journal = new StalledJournal(_fixture.Journal, disk.Task);
        using var recorder = new ObservationRecorder(
            new ListedObservations(observations), [new DoorMapping()], [_desk], journal, NullLogger<ObservationRecorder>.Instance);

        await recorder.StartAsync(Stop);
        await opened.Task;

        Assert.InRange(journal.Waiting, 0, 256);
        disk.SetResult();
        await recorder.ExecuteTask!;
        Assert.Equal(Enumerable.Range(0, Doors).Select(number => $"door-{number}"), journal.Handed);
        Assert.Equal(Doors, (await _fixture.Journal.ReadAsync(0, 10_000, Stop)).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pin_opens_the_gate_is_on_record_as_such_and_measured_to_the_doors_release()
    {
        await _fixture.Recorder.StartAsync(Stop);
        var pin = IssuePin();
        _fixture.Gate.Relay = () =>
        {
            _fixture.Clock.Advance(TimeSpan.FromMilliseconds(120));
            return Task.CompletedTask;
        };

        await HoldAsync(pin, CredentialKind.Pin);

        var record = Assert.Single(await _fixture.StopAndReadAsync(Stop));
        Assert.Equal((PassageOutcome.OpenedResident, "pin"), (PassageFixture.PassageOf(record).Outcome, PassageFixture.PassageOf(record).Method));
        Assert.DoesNotContain(pin, System.Text.Encoding.UTF8.GetString(record.Data.Span), StringComparison.Ordinal);
        Assert.Equal(new PassageTiming("pin", 1, 120, 120), _fixture.Timings.Read().Single(timing => timing.Method == "pin"));
        Assert.Equal(0, _fixture.Timings.Read().Single(timing => timing.Method == "card").Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Pin_of_somebody_who_may_not_pass_now_is_answered_like_nobodys_and_the_record_says_what_it_was()
    {
        await _fixture.Recorder.StartAsync(Stop);
        var now = _fixture.Clock.GetUtcNow();
        var ended = new GrantTerms(Guid.NewGuid(), new("水电工", "plumber"), now.AddHours(-2), now.AddHours(-1), GrantPlaces.Everywhere);
        var worker = _bench.People.Add("李*", PersonKind.TemporaryWorker, [ended]);
        var pin = _bench.Book.IssuePin(new(worker.Id, Pin: true)).Pin!;

        await HoldAsync(pin, CredentialKind.Pin);
        var known = _fixture.Board.Find(_fixture.Gate.Id)!.Decision;
        await HoldAsync(pin == "000000" ? "000001" : "000000", CredentialKind.Pin);

        Assert.Equal(known, _fixture.Board.Find(_fixture.Gate.Id)!.Decision);
        Assert.Equal(RefusalCause.PinWrong, CauseShown());
        Assert.False(_fixture.Gate.Door.Released);
        var records = (await _fixture.StopAndReadAsync(Stop)).Where(record => record.Kind == EventKind.Passage).Select(PassageFixture.PassageOf).ToList();
        Assert.Equal([worker.Id.ToString(), null], records.Select(data => data.Person));
        Assert.Contains("已结束", records[0].Reason.Zh, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Wrong_pins_make_everybody_wait_longer_and_longer_and_a_right_one_does_not_end_it()
    {
        var pin = IssuePin();
        var wrong = pin == "000000" ? "000001" : "000000";
        for (var guess = 0; guess < ReaderGuard.Free; guess++)
        {
            await HoldAsync(wrong, CredentialKind.Pin);
            Assert.Equal(RefusalCause.PinWrong, CauseShown());
        }

        await HoldAsync(pin, CredentialKind.Pin);
        Assert.Equal(RefusalCause.TooManyTried, CauseShown());
        _bench.Issue("0012345678");
        await HoldAsync("0012345678", CredentialKind.Card);
        Assert.True(_fixture.Gate.Door.Released);

        foreach (var seconds in (int[])[2, 4, 8, 16, 32, 64, 128, 256, 300, 300])
        {
            _fixture.Clock.Advance(TimeSpan.FromSeconds(seconds - 0.1));
            await HoldAsync(pin, CredentialKind.Pin);
            Assert.Equal(RefusalCause.TooManyTried, CauseShown());
            _fixture.Clock.Advance(TimeSpan.FromSeconds(0.1));
            await HoldAsync(pin, CredentialKind.Pin);
            Assert.True(_fixture.Board.Find(_fixture.Gate.Id)!.Decision!.Opens);
            await HoldAsync(wrong, CredentialKind.Pin);
            Assert.Equal(RefusalCause.PinWrong, CauseShown());
        }

        // Forgotten with time.
        _fixture.Clock.Advance(ReaderGuard.TypedForgottenAfter * 20);
        await HoldAsync(wrong, CredentialKind.Pin);
        await HoldAsync(wrong, CredentialKind.Pin);
        Assert.Equal(RefusalCause.PinWrong, CauseShown());
    }

    public void Dispose()
    {
        _bench.Dispose();
        _fixture.Dispose();
    }

    private string IssuePin() => _bench.Book.IssuePin(new(_bench.Holder.Id, Pin: true)).Pin!;

    private RefusalCause? CauseShown() => Assert.IsType<PassageDecision.Refused>(_fixture.Board.Find(_fixture.Gate.Id)!.Decision).Cause;

    private Task HoldAsync(string text, CredentialKind kind) => _desk.AnswerAsync(new CredentialRead(_fixture.Gate.Id, _fixture.Clock.GetUtcNow(), kind, text));

    private CredentialRead CardAt(ScriptedGate gate) => new(gate.Id, _fixture.Clock.GetUtcNow(), CredentialKind.Card, "0012345678");

    private CredentialDesk DeskOf(params object[] gates) => DeskOf(NullLogger<CredentialDesk>.Instance, gates);

    private CredentialDesk DeskOf(ILogger<CredentialDesk> log, params object[] gates) => new(
        _bench.Check, new ReaderGuard(_fixture.Journal, _fixture.Clock, NullLogger<ReaderGuard>.Instance), _bench.People, _fixture.Scenes, _fixture.Workers, new FixedDevices(gates), _fixture.Recorder, _fixture.Board, Options.Create(_fixture.Options), _fixture.Clock, log);
}
