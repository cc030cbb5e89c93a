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
        _desk = new TerminalDesk(_devices, _fixture.People, _fixture.Scenes, _fixture.Workers, _fixture.Recorder, _fixture.Clock);
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

        Assert.Equal(registered, await AnswerAsync(person.Id.ToString("N")));

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
        var mapping = Mapping();
        var grant = new GrantTerms(Guid.NewGuid(), new("水电工", "plumber"), DateTimeOffset.MinValue, DateTimeOffset.MaxValue, GrantPlaces.Everywhere);
        var number = _fixture.People.Add("李*", PersonKind.TemporaryWorker, [grant]).Id.ToString("N");
        await AnswerAsync(number);
        Assert.Null(mapping.EntryOf(Event(TerminalEventKind.Verified, number)));
        Assert.Null(mapping.EntryOf(Asked(number)));
        Assert.Null(mapping.EntryOf(Event(TerminalEventKind.Unlocked, number)));
        Assert.NotNull(mapping.EntryOf(Event(TerminalEventKind.Failed, number: null)));
        _fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var data = JsonSerializer.Deserialize<PassageData>(mapping.EntryOf(Event(TerminalEventKind.Verified, number))!.Data.Span, JsonSerializerOptions.Web)!;
        Assert.Equal((PassageOutcome.OpenedTemporaryWorker, "李*"), (data.Outcome, data.MaskedName));
    }

    [Fact(Timeout = 60_000)]
    public async Task Several_people_at_one_terminal_are_told_apart()
    {
        var mapping = Mapping();
        var numbers = Enumerable.Range(0, 5).Select(_ => _fixture.People.Add("李*").Id.ToString("N")).ToList();
        foreach (var number in numbers)
        {
            await AnswerAsync(number);
        }

        Assert.All(numbers, number => Assert.Null(mapping.EntryOf(Event(TerminalEventKind.Verified, number))));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(null)]
    [InlineData("")]
    public async Task Unknown_face_that_was_asked_about_is_recorded_once(string? number)
    {
        await AnswerAsync(number);
        Assert.Null(Mapping().EntryOf(Event(TerminalEventKind.Failed, number: null)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Terminals_word_against_the_answer_is_recorded()
    {
        var number = _fixture.People.Add("李*").Id.ToString("N");
        await AnswerAsync(number);
        Assert.NotNull(Mapping().EntryOf(Event(TerminalEventKind.Failed, number)));

        await AnswerAsync("employee-7");
        Assert.Null(Mapping().EntryOf(Event(TerminalEventKind.Failed, "employee-7")));
        Assert.NotNull(Mapping().EntryOf(Event(TerminalEventKind.Verified, "employee-7")));
    }

    [Fact(Timeout = 60_000)]
    public async Task Answer_that_never_reached_the_terminal_is_recorded_as_a_door_that_stayed_shut()
    {
        await _fixture.Recorder.StartAsync(Cancelled);
        var number = _fixture.People.Add("李*").Id.ToString("N");
        Assert.True(await AnswerAsync(number, reached: false));
        Assert.Null(Mapping().EntryOf(Event(TerminalEventKind.Failed, number)));

        var passage = PassageFixture.PassageOf(Assert.Single(await _fixture.StopAndReadAsync(Cancelled)));
        Assert.Equal((PassageOutcome.Refused, "李*"), (passage.Outcome, passage.MaskedName));
        Assert.Contains("did not reach the face terminal", passage.Reason.En, StringComparison.Ordinal);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(TerminalEventKind.Verified)]
    [InlineData(TerminalEventKind.Failed)]
    public async Task Terminals_word_that_comes_before_the_answer_is_known_to_be_lost_counts(TerminalEventKind kind)
    {
        await _fixture.Recorder.StartAsync(Cancelled);
        var number = _fixture.People.Add("李*").Id.ToString("N");
        var asked = Asked(number);
        await _desk.DecideAsync(asked, Cancelled);
        var byTerminal = Mapping().EntryOf(Event(kind, number)) is not null;
        _desk.Answered(asked, opened: false);

        var records = await _fixture.StopAndReadAsync(Cancelled);
        Assert.Equal(kind == TerminalEventKind.Failed, byTerminal);
        Assert.Equal(byTerminal ? [] : [PassageOutcome.OpenedResident], records.Select(record => PassageFixture.PassageOf(record).Outcome));
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_is_recorded_before_the_answer_has_been_given()
    {
        await _fixture.Recorder.StartAsync(Cancelled);
        await _desk.DecideAsync(Asked(_fixture.People.Add("李*").Id.ToString("N")), Cancelled);
        Assert.Empty(await _fixture.StopAndReadAsync(Cancelled));
    }

    public void Dispose()
    {
        _desk.Dispose();
        _fixture.Dispose();
    }

    private TerminalMapping Mapping() => new(_devices, _fixture.People, _desk);

    private async Task<bool> AnswerAsync(string? number, bool reached = true)
    {
        var asked = Asked(number);
        var opens = await _desk.DecideAsync(asked, Cancelled);
        _desk.Answered(asked, opens && reached);
        return opens;
    }

    private TerminalEvent Asked(string? number) => Event(TerminalEventKind.Asked, number);

    private TerminalEvent Event(TerminalEventKind kind, string? number) => new(Gate, _fixture.Clock.GetUtcNow(), kind, number, 7, default, Late: false);
}
