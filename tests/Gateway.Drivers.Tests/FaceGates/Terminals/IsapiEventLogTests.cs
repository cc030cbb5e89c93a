using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

public sealed class IsapiEventLogTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ScriptedIsapi _terminal = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_are_read_until_the_terminal_says_ok()
    {
        _terminal.Then(Page("MORE", 1, 2)).Then(Page("MORE", 3)).Then(Page("OK", 4));
        Assert.Equal([1, 2, 3, 4], await SearchAsync());
        Assert.Contains("\"searchResultPosition\":2,", _terminal.Requests[1], StringComparison.Ordinal);
        Assert.Contains("\"searchResultPosition\":3,", _terminal.Requests[2], StringComparison.Ordinal);
        Assert.Contains("\"startTime\":\"2026-06-01T07:00:00", _terminal.Requests[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"AcsEvent\":{\"responseStatusStrg\":\"NO MATCH\",\"numOfMatches\":0,\"totalMatches\":0}}")]
    [InlineData("{\"AcsEvent\":{\"responseStatusStrg\":\"OK\",\"InfoList\":[]}}")]
    [InlineData("{\"AcsEvent\":{\"InfoList\":{}}}")]
    public async Task Nothing_is_nothing(string body)
    {
        _terminal.Then(body);
        Assert.Empty(await SearchAsync());
    }

    [Fact]
    public async Task Entries_that_are_none_are_left_out_and_counted_for_the_next_page()
    {
        _terminal.Then("{\"AcsEvent\":{\"responseStatusStrg\":\"MORE\",\"InfoList\":[{\"major\":3},7,null,{\"major\":5,\"minor\":75,\"serialNo\":9}]}}").Then(Page("OK", 10));
        Assert.Equal([9, 10], await SearchAsync());
        Assert.Contains("\"searchResultPosition\":4,", _terminal.Requests[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"AcsEvent\":{\"responseStatusStrg\":\"MORE\",\"InfoList\":[]}}")]
    [InlineData("{\"statusCode\":4,\"subStatusCode\":\"notSupport\"}")]
    [InlineData("nonsense")]
    public async Task Terminal_that_promises_more_and_gives_nothing_or_does_not_answer_is_a_fault(string body)
    {
        _terminal.Then(body);
        await Assert.ThrowsAsync<DeviceFaultException>(SearchAsync);
    }

    public void Dispose() => _terminal.Dispose();

    private static string Page(string status, params int[] serials) =>
        $"{{\"AcsEvent\":{{\"searchID\":\"x\",\"responseStatusStrg\":\"{status}\",\"InfoList\":[{string.Join(',', serials.Select(serial => $"{{\"major\":5,\"minor\":75,\"time\":\"2026-06-01T08:00:00+08:00\",\"serialNo\":{serial}}}"))}]}}}}";

    private async Task<List<long>> SearchAsync()
    {
        List<long> serials = [];
        await foreach (var notice in new IsapiEventLog(_terminal.Client(_clock), _clock).SearchAsync(_clock.GetUtcNow().AddHours(-1), _clock.GetUtcNow(), Cancelled))
        {
            serials.Add(notice.Serial);
        }

        return serials;
    }
}
