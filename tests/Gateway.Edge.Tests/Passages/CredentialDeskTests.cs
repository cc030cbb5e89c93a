using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Passages;
using Gateway.Edge.Tests.Access.Passes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Tests.Passages;

public sealed class CredentialDeskTests : IDisposable
{
    private readonly PassageFixture _fixture = new();
    private readonly PassBench _bench = new();
    private readonly CredentialDesk _desk;

    public CredentialDeskTests() => _desk = new CredentialDesk(
        _bench.Check, _bench.People, _fixture.Scenes, _fixture.Workers, new FixedDevices(_fixture.Gate), _fixture.Recorder, _fixture.Board, Options.Create(_fixture.Options), _fixture.Clock, NullLogger<CredentialDesk>.Instance);

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
        Assert.Equal(RefusalCause.GateFault, Assert.IsType<PassageDecision.Refused>(_fixture.Board.Find(_fixture.Gate.Id)!.Decision).Cause);
        _fixture.Gate.Relay = null;
        await HoldAsync(code, CredentialKind.Qr);

        Assert.True(_fixture.Gate.Door.Released);
        var outcomes = (await _fixture.StopAndReadAsync(Stop)).Select(record => PassageFixture.PassageOf(record)).Select(data => (data.Outcome, data.Method));
        Assert.Equal([(PassageOutcome.Refused, "qr"), (PassageOutcome.OpenedResident, "qr")], outcomes);
    }

    [Fact(Timeout = 60_000)]
    public async Task Holder_who_is_no_longer_registered_stays_outside()
    {
        _bench.Issue("0012345678");
        _bench.People.Forget(_bench.Holder);

        await HoldAsync("0012345678", CredentialKind.Card);

        Assert.False(_fixture.Gate.Door.Released);
        Assert.Equal(RefusalCause.NoLongerRegistered, Assert.IsType<PassageDecision.Refused>(_fixture.Board.Find(_fixture.Gate.Id)!.Decision).Cause);
    }

    [Fact(Timeout = 60_000)]
    public async Task Relay_that_hangs_takes_one_reading_at_a_time_and_no_other_gate()
    {
        using var other = new ScriptedGate(_fixture.Clock, "gate-2");
        var opened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        _fixture.Gate.Relay = () =>
        {
            Interlocked.Increment(ref asked);
            return new TaskCompletionSource().Task;
        };
        other.Relay = () =>
        {
            opened.SetResult();
            return Task.CompletedTask;
        };
        var desk = new CredentialDesk(
            _bench.Check, _bench.People, _fixture.Scenes, _fixture.Workers, new FixedDevices(_fixture.Gate, other), _fixture.Recorder, _fixture.Board, Options.Create(_fixture.Options), _fixture.Clock, NullLogger<CredentialDesk>.Instance);
        _bench.Issue("0012345678");

        for (var time = 0; time < 100; time++)
        {
            desk.Seen(new CredentialRead(_fixture.Gate.Id, _fixture.Clock.GetUtcNow(), CredentialKind.Card, "0012345678"));
        }

        desk.Seen(new CredentialRead(other.Id, _fixture.Clock.GetUtcNow(), CredentialKind.Card, "0012345678"));
        await opened.Task;
        Assert.InRange(Volatile.Read(ref asked), 0, 1);
    }

    public void Dispose()
    {
        _bench.Dispose();
        _fixture.Dispose();
    }

    private Task HoldAsync(string text, CredentialKind kind) => _desk.AnswerAsync(new CredentialRead(_fixture.Gate.Id, _fixture.Clock.GetUtcNow(), kind, text));
}
