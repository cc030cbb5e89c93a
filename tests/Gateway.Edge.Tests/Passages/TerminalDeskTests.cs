using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Tests.Passages;

/// <summary>Face terminals ask; the gateway's rules answer, and each passage is recorded once.</summary>
public sealed class TerminalDeskTests : IDisposable
{
    private static readonly DeviceId Gate = new("west-gate");
    private readonly PassageFixture _fixture = new();
    private readonly FixedDevices _devices;
    private readonly ScriptedTerminal _terminal = new(Gate);
    private readonly TerminalDesk _desk;

    public TerminalDeskTests()
    {
        _devices = new FixedDevices(_terminal);
        _desk = new TerminalDesk(_devices, _fixture.People, _fixture.Recorder, _fixture.Clock);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Resident_is_let_in_and_whoever_is_withdrawn_is_not(bool registered)
    {
        await _fixture.Recorder.StartAsync(Cancelled);
        var person = _fixture.People.Add("李*");
        if (!registered)
        {
            _fixture.People.Forget(person);
        }

        Assert.Equal(registered, await _desk.DecideAsync(Asked(person.Id.ToString("N")), Cancelled));

        var passage = PassageFixture.PassageOf(Assert.Single(await _fixture.StopAndReadAsync(Cancelled)));
        Assert.Equal(registered ? PassageOutcome.OpenedResident : PassageOutcome.Refused, passage.Outcome);
        Assert.Equal(registered ? "李*" : null, passage.MaskedName);
        Assert.Equal(("west-gate", "West gate", "face"), (passage.Gate, passage.GateName.En, passage.Method));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("employee-7")]
    public async Task Number_that_is_not_ours_is_refused(string? number) => Assert.False(await _desk.DecideAsync(Asked(number), Cancelled));

    [Fact(Timeout = 60_000)]
    public async Task Terminals_that_come_later_are_answered_too()
    {
        var later = new ScriptedTerminal(new DeviceId("north-gate"));
        await _desk.StartAsync(Cancelled);
        Assert.Same(_desk, await _terminal.Answers.Task);
        _devices.Change(_terminal, later);
        Assert.Same(_desk, await later.Answers.Task);
        await _desk.StopAsync(Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Terminals_own_word_on_what_was_just_answered_is_not_recorded_twice()
    {
        var mapping = new TerminalMapping(_devices, _fixture.People, _desk);
        var person = _fixture.People.Add("李*", PersonKind.TemporaryWorker);
        var number = person.Id.ToString("N");
        await _desk.DecideAsync(Asked(number), Cancelled);
        Assert.Null(mapping.EntryOf(Event(TerminalEventKind.Verified, number)));
        Assert.Null(mapping.EntryOf(Asked(number)));
        Assert.Null(mapping.EntryOf(Event(TerminalEventKind.Unlocked, number)));
        Assert.NotNull(mapping.EntryOf(Event(TerminalEventKind.Failed, number: null)));
        _fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var data = JsonSerializer.Deserialize<PassageData>(mapping.EntryOf(Event(TerminalEventKind.Verified, number))!.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((PassageOutcome.OpenedTemporaryWorker, "李*"), (data.Outcome, data.MaskedName));
    }

    public void Dispose()
    {
        _desk.Dispose();
        _fixture.Dispose();
    }

    private TerminalEvent Asked(string? number) => Event(TerminalEventKind.Asked, number);

    private TerminalEvent Event(TerminalEventKind kind, string? number) => new(Gate, _fixture.Clock.GetUtcNow(), kind, number, 7, default, Late: false);
}
