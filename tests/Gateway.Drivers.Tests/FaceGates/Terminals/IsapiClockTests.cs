using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Terminals.Isapi;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

public sealed class IsapiClockTests : IDisposable
{
    private const string Done = "<ResponseStatus><statusCode>1</statusCode></ResponseStatus>";
    private readonly ScriptedIsapi _terminal = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2026-06-01T16:00:30+08:00", 30)]
    [InlineData("2026-06-01T08:00:00Z", 0)]
    [InlineData("2026-06-01T16:00:00", 0)]
    [InlineData("1970-01-01T08:00:00+08:00", -1_780_300_800)]
    public async Task Drift_is_measured_with_and_without_an_offset(string told, int seconds)
    {
        _terminal.Then($"<Time version=\"2.0\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\"><timeMode>NTP</timeMode><localTime>{told}</localTime></Time>");
        Assert.Equal(TimeSpan.FromSeconds(seconds), await Clock(8).DriftAsync(Cancelled));
    }

    [Theory]
    [InlineData("<Time><localTime>soon</localTime></Time>")]
    [InlineData("<Time/>")]
    [InlineData("<html/>")]
    [InlineData("{}")]
    public async Task Time_that_is_none_is_a_fault(string body)
    {
        _terminal.Then(body);
        await Assert.ThrowsAsync<DeviceFaultException>(() => Clock(8).DriftAsync(Cancelled));
    }

    [Theory]
    [InlineData(8, "2026-06-01T16:00:00+08:00", "CST-8:00:00")]
    [InlineData(-3.5, "2026-06-01T04:30:00-03:30", "CST+3:30:00")]
    [InlineData(0, "2026-06-01T08:00:00+00:00", "CST-0:00:00")]
    public async Task Clock_is_set_with_the_gateways_zone(double offset, string time, string zone)
    {
        _terminal.Then(Done);
        await Clock(offset).SetAsync(Cancelled);
        Assert.Contains($"<localTime>{time}</localTime>", _terminal.Requests[0], StringComparison.Ordinal);
        Assert.Contains($"<timeZone>{zone}</timeZone>", _terminal.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Terminal_that_refuses_to_be_set_is_a_fault()
    {
        _terminal.Then("<ResponseStatus><statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode></ResponseStatus>", 403);
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => Clock(8).SetAsync(Cancelled));
        Assert.Contains("notSupport", fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _terminal.Dispose();

    private IsapiClock Clock(double offset)
    {
        var clock = new ZonedClock(TimeSpan.FromHours(offset));
        return new IsapiClock(_terminal.Client(clock), clock);
    }

    private sealed class ZonedClock(TimeSpan offset) : TimeProvider
    {
        private readonly FakeTimeProvider _inner = new();

        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("test", offset, "test", "test");

        public override DateTimeOffset GetUtcNow() => _inner.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _inner.CreateTimer(callback, state, dueTime, period);
    }
}
