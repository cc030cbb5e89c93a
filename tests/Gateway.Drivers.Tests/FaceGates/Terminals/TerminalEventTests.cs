using System.Text.Json.Nodes;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Terminals;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>What a terminal tells, by push, by pull and afterwards.</summary>
public sealed class TerminalEventTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory(Timeout = 60_000)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Event_is_observed_once_with_its_picture_whichever_ways_it_comes(bool push, bool pull)
    {
        await using var bench = await TerminalBench.StartAsync(push, pull);
        await bench.UntilHealthAsync("ok");
        var picture = TerminalBench.Face(5);
        bench.Fake.Terminal.Log(75, "r1", picture: picture);
        bench.Fake.Terminal.Log(21, number: null);
        bench.Fake.Terminal.Log(27, number: null);
        await bench.UntilAsync(() => bench.Seen.Count >= 3);
        if (push && pull)
        {
            await bench.UntilAsync(() => int.Parse(bench.Reporter.Health.Details.GetValueOrDefault("repeated", "0"), System.Globalization.CultureInfo.InvariantCulture) >= 3, TimeSpan.FromSeconds(20));
        }

        var verified = Assert.Single(bench.Events(TerminalEventKind.Verified));
        Assert.Equal(("r1", 1L, false), (verified.Number, verified.Serial, verified.Late));
        Assert.Equal(picture, verified.Picture.ToArray());
        Assert.Single(bench.Events(TerminalEventKind.Unlocked));
        Assert.Equal(DoorEvent.ForcedOpen, Assert.Single(bench.Seen.OfType<DoorObserved>()).Event);
        Assert.Equal(3, bench.Seen.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Everything_that_happened_during_an_outage_is_observed_once_page_by_page()
    {
        await using var bench = await TerminalBench.StartAsync();
        await bench.UntilHealthAsync("ok");
        bench.Fake.Terminal.Log(76, number: null);
        await bench.UntilAsync(() => bench.Seen.Count == 1);
        bench.Fake.Away = true;
        bench.Fake.Terminal.Restart();
        await bench.UntilHealthAsync("terminal-unreachable", Second);
        for (var i = 0; i < 100; i++)
        {
            bench.Fake.Terminal.Log(75, $"r{i}");
            bench.Clock.Advance(Second);
        }

        bench.Fake.Searches.Clear();
        bench.Fake.Away = false;
        await bench.UntilAsync(() => bench.Seen.Count >= 101, Second);
        await bench.UntilHealthAsync("ok");
        var late = bench.Events(TerminalEventKind.Verified);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"r{i}"), late.Select(one => one.Number!));
        Assert.All(late, one => Assert.True(one.Late));

        // One search of 101 events in pages of 30, under one id, each page where the last one ended.
        var searches = bench.Fake.Searches.Select(search => JsonNode.Parse(search)!["AcsEventCond"]!).Take(4).ToList();
        Assert.Equal([0, 30, 60, 90], searches.Select(search => (int)search["searchResultPosition"]!));
        Assert.Single(searches.Select(search => (string?)search["searchID"]).Distinct(StringComparer.Ordinal));
        Assert.Equal(101, bench.Seen.Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Restarted_gateway_catches_up_and_repeats_nothing()
    {
        await using var bench = await TerminalBench.StartAsync();
        await bench.UntilHealthAsync("ok");
        bench.Fake.Terminal.Log(75, "before");
        await bench.UntilAsync(() => bench.Seen.Count == 1);
        await bench.EndGateAsync();
        bench.Clock.Advance(Second);
        bench.Fake.Terminal.Log(75, "between");
        bench.Build();
        bench.Run();
        await bench.UntilHealthAsync("ok");
        await bench.UntilAsync(() => bench.Seen.Count == 2);
        Assert.Equal(["before", "between"], bench.Events(TerminalEventKind.Verified).Select(one => one.Number!));
    }

    [Fact(Timeout = 60_000)]
    public async Task Terminal_that_is_new_to_the_gateway_does_not_tell_its_past()
    {
        await using var bench = await TerminalBench.StartAsync(run: false);
        bench.Fake.Terminal.Log(75, "years-ago");
        bench.Clock.Advance(TimeSpan.FromHours(1));
        bench.Run();
        await bench.UntilHealthAsync("ok");
        bench.Fake.Terminal.Log(75, "now");
        await bench.UntilAsync(() => bench.Seen.Count > 0);
        Assert.Equal("now", Assert.Single(bench.Events(TerminalEventKind.Verified)).Number);
    }

    [Fact(Timeout = 60_000)]
    public async Task Event_that_neither_push_nor_pull_brought_is_found_in_the_log()
    {
        await using var bench = await TerminalBench.StartAsync(pull: false);
        await bench.UntilHealthAsync("ok");
        bench.Fake.Terminal.Log(75, "r1");
        await bench.UntilAsync(() => bench.Seen.Count == 1, TimeSpan.FromSeconds(20));
        Assert.True(bench.Events(TerminalEventKind.Verified)[0].Late);
    }

    [Fact(Timeout = 60_000)]
    public async Task Listener_is_applied_again_after_the_terminal_restarted()
    {
        await using var bench = await TerminalBench.StartAsync(push: true, pull: false);
        await bench.UntilHealthAsync("ok");
        Assert.Equal("/push/gate", Listener(bench, "url"));
        Assert.Equal("JSON", Listener(bench, "parameterFormatType"));
        bench.Fake.Restart();
        Assert.Equal("", Listener(bench, "url"));
        await bench.UntilAsync(() => Listener(bench, "url") == "/push/gate", TimeSpan.FromSeconds(20));
        await bench.UntilAsync(() => bench.Reporter.Health.Details.GetValueOrDefault("listenerApplied") == "2", TimeSpan.FromSeconds(20));
    }

    [Fact(Timeout = 60_000)]
    public async Task Stream_that_falls_silent_is_opened_anew_and_heartbeats_keep_it()
    {
        await using var bench = await TerminalBench.StartAsync();
        await bench.UntilHealthAsync("ok");
        for (var i = 0; i < 10; i++)
        {
            await bench.UntilAsync(() => bench.Fake.Terminal.OpenStreams == 1);
            var heard = bench.Clock.Started(new TerminalSettings().SilentAfter);
            bench.Fake.Terminal.Beat();
            await bench.UntilAsync(() => bench.Clock.Started(new TerminalSettings().SilentAfter) > heard);
            bench.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        Assert.Single(bench.Fake.Requests, request => request.Contains("alertStream", StringComparison.Ordinal));
        await bench.UntilHealthAsync("terminal-unreachable", TimeSpan.FromSeconds(10));
        await bench.UntilAsync(() => bench.Fake.Requests.Count(request => request.Contains("alertStream", StringComparison.Ordinal)) == 2, Second);
    }

    [Fact(Timeout = 120_000)]
    public async Task Slow_reader_keeps_no_question_waiting_and_misses_nothing()
    {
        await using var bench = await TerminalBench.StartAsync(push: true, pull: false);
        bench.Gate.Hold([bench.Person("r1")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete && bench.Reporter.Health.Code == "ok");
        bench.Gate.AnswerWith(new Yes());

        // Nobody takes observations: the device's own queue of 256 fills, and one event waits for a place.
        for (var i = 0; i < 300; i++)
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(50));
            bench.Fake.Terminal.Log(76, number: null);
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var look = bench.Fake.Terminal.LookAsync("r1");
        while (!look.IsCompleted)
        {
            bench.Clock.Advance(TimeSpan.FromMilliseconds(20));
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.True(await look);
        await bench.UntilAsync(() => bench.Events(TerminalEventKind.Failed).Count >= 300, TimeSpan.FromSeconds(20));
        await bench.UntilAsync(() => bench.Events(TerminalEventKind.Unlocked).Count == 1, TimeSpan.FromSeconds(20));
        Assert.Equal(300, bench.Events(TerminalEventKind.Failed).Select(one => one.Serial).Distinct().Count());
        Assert.Equal(300, bench.Events(TerminalEventKind.Failed).Count);
    }

    [Fact(Timeout = 60_000)]
    public async Task Garbage_is_counted_and_the_next_event_is_observed()
    {
        await using var bench = await TerminalBench.StartAsync(push: true, pull: false);
        await bench.UntilHealthAsync("ok");
        string[] garbage = ["{", "[]", "null", "{\"eventType\":5}", "{\"eventType\":\"AccessControllerEvent\"}", "{\"eventType\":\"AccessControllerEvent\",\"AccessControllerEvent\":{\"serialNo\":{}}}"];
        foreach (var body in garbage)
        {
            await bench.PushAsync(body, picture: null);
        }

        bench.Fake.Terminal.Log(75, "r1");
        await bench.UntilAsync(() => bench.Seen.Count == 1);
        await bench.UntilAsync(() => bench.Reporter.Health.Details.GetValueOrDefault("unreadable") == "1", TimeSpan.FromSeconds(20));
        Assert.Equal("ok", bench.Reporter.Health.Code);
    }

    private static string Listener(TerminalBench bench, string field) =>
        bench.Fake.Terminal.Listener.Elements().First(element => element.Name.LocalName == field).Value;

    private sealed class Yes : IRemoteCheck
    {
        public ValueTask<bool> DecideAsync(TerminalEvent request, CancellationToken cancellationToken) => ValueTask.FromResult(true);
    }
}
