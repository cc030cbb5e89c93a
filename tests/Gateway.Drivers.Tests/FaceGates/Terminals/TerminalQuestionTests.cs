using System.Threading.Channels;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>The terminal asks, the gateway decides.</summary>
public sealed class TerminalQuestionTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory(Timeout = 60_000)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public async Task Door_opens_as_the_gateway_decides(bool push, bool pull, bool pass)
    {
        await using var bench = await WithResidentAsync(push, pull);
        var check = new ScriptedCheck((_, _) => ValueTask.FromResult(pass));
        bench.Gate.AnswerWith(check);
        Assert.Equal(pass, await bench.Fake.Terminal.LookAsync("r1", TerminalBench.Face(3)));
        await bench.UntilAsync(() => bench.Events(pass ? TerminalEventKind.Unlocked : TerminalEventKind.Failed).Count == 1);
        Assert.Equal("r1", Assert.Single(bench.Events(TerminalEventKind.Asked)).Number);
        Assert.Equal("r1", Assert.Single(check.Questions).Number);
        Assert.Equal(pass, await check.Ends.Reader.ReadAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Answer_that_does_not_reach_the_terminal_has_not_opened()
    {
        await using var bench = await WithResidentAsync();
        var check = new ScriptedCheck((_, _) =>
        {
            bench.Fake.Away = true;
            return ValueTask.FromResult(true);
        });
        bench.Gate.AnswerWith(check);
        _ = bench.Fake.Terminal.LookAsync("r1");
        Assert.False(await check.Ends.Reader.ReadAsync(Cancelled));
    }

    [Fact(Timeout = 60_000)]
    public async Task Without_anybody_to_decide_the_answer_is_no()
    {
        await using var bench = await WithResidentAsync();
        Assert.False(await bench.Fake.Terminal.LookAsync("r1"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Decision_that_fails_is_a_no()
    {
        await using var bench = await WithResidentAsync();
        bench.Gate.AnswerWith(new ScriptedCheck((_, _) => throw new InvalidOperationException("no such table")));
        Assert.False(await bench.Fake.Terminal.LookAsync("r1"));
        bench.Gate.AnswerWith(new ScriptedCheck((_, _) => ValueTask.FromResult(true)));
        Assert.True(await bench.Fake.Terminal.LookAsync("r1"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Decision_that_takes_too_long_is_a_no_although_it_does_not_notice()
    {
        await using var bench = await WithResidentAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Gate.AnswerWith(new ScriptedCheck(async (_, _) =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Cancelled);
            return true;
        }));
        var look = bench.Fake.Terminal.LookAsync("r1");
        await asked.Task;

        // The terminal itself gives up after 5 s, so whatever comes it must not open; the gate's own limit is a minute here.
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await look);
        Assert.Contains(bench.Fake.Requests, request => request.EndsWith("AcsCfg", StringComparison.Ordinal));
        await bench.UntilAsync(() => bench.Fake.Requests.Any(request => request.EndsWith("remoteCheck", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Stranger_is_not_asked_about_and_is_observed()
    {
        await using var bench = await WithResidentAsync();
        var check = new ScriptedCheck((_, _) => ValueTask.FromResult(true));
        bench.Gate.AnswerWith(check);
        Assert.False(await bench.Fake.Terminal.LookAsync(number: null));
        await bench.UntilAsync(() => bench.Events(TerminalEventKind.Failed).Count == 1);
        Assert.Null(bench.Events(TerminalEventKind.Failed)[0].Number);
        Assert.Empty(check.Questions);
    }

    [Fact(Timeout = 60_000)]
    public async Task Door_is_opened_held_and_returned()
    {
        await using var bench = await TerminalBench.StartAsync();
        await bench.Gate.OpenAsync(Cancelled);
        Assert.Equal("open", bench.Fake.Terminal.DoorCommand);
        await bench.Gate.KeepReleasedAsync(released: true, Cancelled);
        Assert.Equal("alwaysOpen", bench.Fake.Terminal.DoorCommand);
        await bench.Gate.KeepReleasedAsync(released: false, Cancelled);
        Assert.Equal("resume", bench.Fake.Terminal.DoorCommand);
    }

    [Fact(Timeout = 60_000)]
    public async Task Door_of_a_terminal_that_is_away_is_a_fault_for_whoever_opens()
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Fake.Away = true;
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(async () => await bench.Gate.OpenAsync(Cancelled));
        Assert.Contains("cannot be reached", fault.Message, StringComparison.Ordinal);
    }

    private static async Task<TerminalBench> WithResidentAsync(bool push = false, bool pull = true)
    {
        var bench = await TerminalBench.StartAsync(push, pull);
        bench.Gate.Hold([bench.Person("r1")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete && bench.Reporter.Health.Code == "ok");
        return bench;
    }

    private sealed class ScriptedCheck(Func<TerminalEvent, CancellationToken, ValueTask<bool>> decide) : IRemoteCheck
    {
        public List<TerminalEvent> Questions { get; } = [];

        public Channel<bool> Ends { get; } = Channel.CreateUnbounded<bool>();

        public void Answered(TerminalEvent request, bool opened)
        {
            Assert.Same(Questions[^1], request);
            Ends.Writer.TryWrite(opened);
        }

        public ValueTask<bool> DecideAsync(TerminalEvent request, CancellationToken cancellationToken)
        {
            Questions.Add(request);
            return decide(request, cancellationToken);
        }
    }
}
