using EdgeGateway.Testing;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Tests.FaceGates;

public sealed class GateHealthTests : IDisposable
{
    private static readonly Wording Words = new("字", "Words");
    private readonly DeviceReporter _reporter = new(new DeviceId("gate"), "face-gate", new FakeTimeProvider());
    private readonly GateHealth _health;

    public GateHealthTests() => _health = new GateHealth(_reporter);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gate_is_as_well_as_its_worst_part()
    {
        await SetAsync("camera", DeviceState.Online, "ok");
        await SetAsync("reader", DeviceState.Degraded, "reader-lost");
        Assert.Equal("reader-lost", _reporter.Health.Code);
        await SetAsync("camera", DeviceState.Offline, "camera-refused");
        Assert.Equal(("camera-refused", "reader-lost"), (_reporter.Health.Code, _reporter.Health.Details["also"]));
        await SetAsync("camera", DeviceState.Online, "ok");
        Assert.Equal("reader-lost", _reporter.Health.Code);
        await _health.FineAsync("reader", Cancelled);
        Assert.Equal((DeviceState.Online, false), (_reporter.Health.State, _reporter.Health.Details.ContainsKey("also")));
    }

    [Fact]
    public async Task Of_two_that_are_as_bad_both_are_named()
    {
        await SetAsync("exit-button", DeviceState.Degraded, "exit-button-stuck");
        await SetAsync("reader", DeviceState.Degraded, "reader-lost");
        Assert.Equal(("exit-button-stuck", "reader-lost"), (_reporter.Health.Code, _reporter.Health.Details["also"]));
    }

    public void Dispose() => _health.Dispose();

    private async Task SetAsync(string part, DeviceState state, string code) => await _health.SetAsync(part, state, code, Words, details: null, Cancelled);
}
