using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>Whom a terminal holds, through outages, losses and resets.</summary>
public sealed class TerminalPeopleTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact(Timeout = 60_000)]
    public async Task People_are_brought_with_validity_and_face_and_confirmed()
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Gate.Hold([bench.Person("r1", "Li Na"), bench.Person("r2", face: 0)]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        Assert.Equal(["r1", "r2"], bench.Fake.Terminal.People);
        var person = bench.Fake.Terminal.PersonOf("r1")!;
        Assert.Equal("Li Na", (string?)person["name"]);
        Assert.Equal("2026-05-31T08:00:00", (string?)person["Valid"]!["beginTime"]);
        Assert.Equal("2027-06-01T08:00:00", (string?)person["Valid"]!["endTime"]);
        Assert.Equal("local", (string?)person["Valid"]!["timeType"]);
        Assert.Equal(1, (int?)person["RightPlan"]![0]!["doorNo"]);
        Assert.Equal(TerminalBench.Face(1), bench.Fake.Terminal.FaceOf("r1"));
        Assert.Null(bench.Fake.Terminal.FaceOf("r2"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Differences_alone_are_sent_and_removals_first()
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Gate.Hold([bench.Person("a"), bench.Person("b"), bench.Person("c"), bench.Person("d")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        bench.Fake.Requests.Clear();
        bench.Gate.Hold([bench.Person("a"), bench.Person("b", "Renamed"), bench.Person("c", face: 9), bench.Person("e")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        Assert.Equal(["a", "b", "c", "e"], bench.Fake.Terminal.People);
        Assert.Equal("Renamed", (string?)bench.Fake.Terminal.PersonOf("b")!["name"]);
        Assert.Equal(TerminalBench.Face(9), bench.Fake.Terminal.FaceOf("c"));
        Assert.Equal(
            [
                "PUT /ISAPI/Intelligent/FDLib/FDSearch/Delete", "PUT /ISAPI/AccessControl/UserInfo/Delete", // d
                "PUT /ISAPI/AccessControl/UserInfo/Modify", // b
                "POST /ISAPI/Intelligent/FDLib/FaceDataRecord", "PUT /ISAPI/Intelligent/FDLib/FDSearch/Delete", "POST /ISAPI/Intelligent/FDLib/FaceDataRecord", // c
                "POST /ISAPI/AccessControl/UserInfo/Record", "POST /ISAPI/Intelligent/FDLib/FaceDataRecord", // e
            ],
            bench.Fake.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task Face_that_is_withdrawn_is_removed_from_the_terminal()
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Gate.Hold([bench.Person("a")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        bench.Gate.Hold([bench.Person("a", face: 0)]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        Assert.Null(bench.Fake.Terminal.FaceOf("a"));
        Assert.Equal(["a"], bench.Fake.Terminal.People);
    }

    [Fact(Timeout = 60_000)]
    public async Task Terminal_that_is_away_is_brought_its_people_when_it_comes_back()
    {
        await using var bench = await TerminalBench.StartAsync(run: false);
        bench.Fake.Away = true;
        bench.Run();
        bench.Gate.Hold([bench.Person("a"), bench.Person("b")]);
        await bench.UntilHealthAsync("terminal-unreachable");
        Assert.Equal(["a", "b"], bench.Gate.People.Waiting);
        Assert.Equal(DeviceState.Offline, bench.Reporter.Health.State);
        bench.Fake.Away = false;
        await bench.UntilAsync(() => bench.Gate.People.IsComplete, Second);
        Assert.Equal(["a", "b"], bench.Fake.Terminal.People);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("UserInfo/Record")]
    [InlineData("FaceDataRecord")]
    public async Task Lost_answer_ends_in_one_person_with_the_right_face(string path)
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Fake.LoseAnswer(path);
        bench.Gate.Hold([bench.Person("a"), bench.Person("b")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete, Second);
        Assert.Equal(["a", "b"], bench.Fake.Terminal.People);
        Assert.Equal(TerminalBench.Face(1), bench.Fake.Terminal.FaceOf("a"));
    }

    [Fact(Timeout = 60_000)]
    public async Task Person_whose_answer_was_lost_and_who_is_no_longer_wanted_is_removed()
    {
        await using var bench = await TerminalBench.StartAsync();
        await bench.UntilHealthAsync("ok");
        bench.Fake.LoseAnswer("UserInfo/Record");
        bench.Gate.Hold([bench.Person("a")]);
        await bench.UntilAsync(() => bench.Fake.Terminal.People.Count == 1);
        bench.Gate.Hold([]);
        await bench.UntilAsync(() => bench.Fake.Terminal.People.Count == 0 && bench.Gate.People.IsComplete, Second);
    }

    [Fact(Timeout = 60_000)]
    public async Task Refused_face_is_named_and_keeps_nobody_else_waiting_and_a_better_one_is_taken()
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Gate.Hold([bench.Person("a", readable: false), bench.Person("b")]);
        await bench.UntilAsync(() => bench.Gate.People.Waiting.Count == 0);
        Assert.Equal(["a", "b"], bench.Fake.Terminal.People);
        Assert.Contains("SubpicAnalysisModelingError", bench.Gate.People.Rejected["a"], StringComparison.Ordinal);
        await bench.UntilHealthAsync("terminal-people-rejected", TimeSpan.FromSeconds(20));
        bench.Gate.Hold([bench.Person("a", face: 2), bench.Person("b")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        Assert.Equal(TerminalBench.Face(2), bench.Fake.Terminal.FaceOf("a"));
        await bench.UntilHealthAsync("ok", TimeSpan.FromSeconds(20));
    }

    [Fact(Timeout = 60_000)]
    public async Task Restarted_gateway_remembers_what_the_terminal_has_confirmed()
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Gate.Hold([bench.Person("a"), bench.Person("b")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        await bench.EndGateAsync();
        bench.Fake.Requests.Clear();
        bench.Build();
        bench.Run();
        bench.Gate.Hold([bench.Person("a")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete && bench.Fake.Terminal.People.Count == 1);
        Assert.DoesNotContain(bench.Fake.Requests, request => request.Contains("Record", StringComparison.Ordinal) || request.Contains("Modify", StringComparison.Ordinal));
    }

    [Fact(Timeout = 60_000)]
    public async Task Gate_that_nobody_has_told_whom_to_hold_removes_nobody()
    {
        await using var bench = await TerminalBench.StartAsync();
        bench.Gate.Hold([bench.Person("a")]);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        await bench.EndGateAsync();
        bench.Build();
        bench.Run();
        await bench.UntilHealthAsync("ok");
        Assert.Equal(["a"], bench.Fake.Terminal.People);
    }

    [Fact(Timeout = 60_000)]
    public async Task Terminal_that_was_reset_is_brought_everybody_again()
    {
        await using var bench = await TerminalBench.StartAsync();
        var people = Enumerable.Range(0, 70).Select(number => bench.Person($"p{number:00}")).ToList();
        bench.Gate.Hold(people);
        await bench.UntilAsync(() => bench.Gate.People.IsComplete);
        bench.Fake.Terminal.Forget();
        bench.Fake.Restart();
        await bench.UntilAsync(() => bench.Fake.Terminal.People.Count == 70 && bench.Gate.People.IsComplete, Second);
    }

    [Fact]
    public void Number_that_occurs_twice_is_a_mistake() => Assert.Throws<ArgumentException>(() =>
        new TerminalSync(null!, new TerminalState(null), TimeProvider.System).Want([Person("a"), Person("a")]));

    [Theory]
    [InlineData("", "name", 1)]
    [InlineData("has space", "name", 1)]
    [InlineData("123456789012345678901234567890123", "name", 1)]
    [InlineData("ok", "", 1)]
    [InlineData("ok", "two\nlines", 1)]
    [InlineData("ok", "name", 0)]
    public void Person_whom_no_terminal_would_take_is_a_mistake_at_once(string number, string name, int days) => Assert.Throws<ArgumentException>(() =>
        new TerminalPerson(number, name, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(days), default));

    [Fact]
    public void Face_that_is_too_large_or_no_jpeg_is_a_mistake_at_once()
    {
        var large = new byte[TerminalPerson.LargestFace + 1];
        (large[0], large[1], large[2]) = (0xFF, 0xD8, 0xFF);
        Assert.Throws<ArgumentException>(() => new TerminalPerson("a", "b", DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, large));
        Assert.Throws<ArgumentException>(() => new TerminalPerson("a", "b", DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, "PNG..."u8.ToArray()));
    }

    private static TerminalPerson Person(string number) => new(number, "name", DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, default);
}
