using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>A running shed with sensors in its air.</summary>
public sealed class ChargingPointAirTests : IAsyncDisposable
{
    private static readonly Wording Test = new("测试", "Test");
    private readonly FakeTimeProvider _clock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly FakeShed _shed;
    private readonly SimulatedSensor _thermometer;
    private readonly SimulatedSensor _smoke;
    private ChargingPoint? _point;
    private DeviceReporter? _reporter;
    private Task? _run;

    public ChargingPointAirTests()
    {
        _shed = new FakeShed(2, _clock);
        _thermometer = new SimulatedSensor(new SensorAddress(SensorSource.OneWire, "28-1"), _clock);
        _smoke = new SimulatedSensor(new SensorAddress(SensorSource.Iio, "ads1115", "voltage0") { FullScale = 3.3 }, _clock);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private ChargingPoint Point => _point!;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _run!);
        _stop.Dispose();
        await _shed.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Smoke_in_the_air_cuts_off_everything()
    {
        await StartAsync(_thermometer, _smoke);
        _shed.Outlets[0].Watts = 200;
        await Point.SwitchOnAsync("1", Cancelled);
        _smoke.Value = 0.5;
        await NextAsync<SmokeDetected>();
        await NextAsync<ContactorVerified>();
        Assert.False(_shed.Closed || _shed.Outlets[0].On);
        await HealthAsync("smoke");
        Assert.Equal("0.50", _reporter!.Health.Details["airSmoke"]);
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await Point.CloseContactorAsync(Cancelled));
        _smoke.Value = 0.1;
        await NextAsync<SmokeCleared>();
        await Point.CloseContactorAsync(Cancelled);
        Assert.True(_shed.Closed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Hot_air_cuts_off_every_outlet_and_is_shown()
    {
        await StartAsync(_thermometer, _smoke);
        Assert.Equal(("22.0 °C", "0.00"), (_reporter!.Health.Details["airTemperature"], _reporter.Health.Details["airSmoke"]));
        await Point.SwitchOnAsync("1", Cancelled);
        _thermometer.Value = 71.26;
        Assert.Null((await NextAsync<OverTemperature>()).Outlet);
        await HealthAsync("air-too-hot");
        Assert.Equal((DeviceState.Degraded, "71.3 °C"), (_reporter.Health.State, _reporter.Health.Details["airTemperature"]));
        Assert.False(_shed.Outlets[0].On);
        Assert.True(_shed.Closed);
        var refused = await Assert.ThrowsAsync<DeviceFaultException>(async () => await Point.SwitchOnAsync("2", Cancelled));
        Assert.Contains("the shed is too hot", refused.Message, StringComparison.Ordinal);
        _thermometer.Value = 25;
        await HealthAsync("ok");
        await Point.SwitchOnAsync("2", Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Thermometer_that_fails_is_told_found_on_patrol_and_cuts_off_nothing()
    {
        await StartAsync(_thermometer, _smoke);
        await Point.SwitchOnAsync("1", Cancelled);
        _thermometer.Fault = "The thermometer under the roof is torn off.";
        await HealthAsync("thermometer-lost");
        Assert.Equal(DeviceState.Degraded, _reporter!.Health.State);
        Assert.Contains("torn off", _reporter.Health.Reason.En, StringComparison.Ordinal);
        Assert.Equal("The thermometer under the roof is torn off.", _reporter.Health.Details["airTemperature"]);
        var found = Assert.Single(await Point.CheckAsync(Cancelled));
        Assert.Equal(("thermometer-lost", true), (found.Code, found.NeedsRepair));
        await Point.SwitchOnAsync("2", Cancelled);
        Assert.True(_shed.Outlets[0].On && _shed.Outlets[1].On && _shed.Closed);
        _smoke.Value = 0.9; // the other sensor watches on
        await NextAsync<SmokeDetected>();
    }

    [Fact(Timeout = 60_000)]
    public async Task Smoke_sensor_that_fails_lets_nothing_new_begin_until_it_is_back()
    {
        await StartAsync(_thermometer, _smoke);
        await Point.SwitchOnAsync("1", Cancelled);
        _smoke.Fault = "The converter does not answer.";
        await HealthAsync("smoke-sensor-lost");
        Assert.True(_shed.Outlets[0].On && _shed.Closed);
        await Assert.ThrowsAsync<DeviceFaultException>(async () => await Point.SwitchOnAsync("2", Cancelled));
        _smoke.Fault = null;
        await HealthAsync("ok");
        Assert.Empty(await Point.CheckAsync(Cancelled));
        await Point.SwitchOnAsync("2", Cancelled);
    }

    [Fact(Timeout = 60_000)]
    public async Task Sensor_that_hangs_holds_up_neither_meters_nor_the_other_sensor()
    {
        await StartAsync(new OddSensor(async token =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
            return 0;
        }), _smoke);
        _shed.Outlets[0].Watts = 150;
        await Point.SwitchOnAsync("1", Cancelled);
        await NextAsync<OutletChanged>(change => change.State == OutletState.Charging);
        _smoke.Value = 0.9;
        await NextAsync<SmokeDetected>();
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false, "Nobody thought of this.")]
    [InlineData(true, "no number")]
    public async Task Whatever_comes_from_a_sensor_the_shed_goes_on(bool nan, string words)
    {
        await StartAsync(new OddSensor(_ => nan ? Task.FromResult(double.NaN) : throw new InvalidOperationException("Nobody thought of this.")), _smoke, "thermometer-lost");
        Assert.Contains(words, _reporter!.Health.Reason.En, StringComparison.Ordinal);
        await Point.SwitchOnAsync("1", Cancelled);
        await NextAsync<OutletChanged>(change => change.State == OutletState.Idle);
        Assert.True(_shed.Outlets[0].On && !_run!.IsCompleted);
    }

    private async Task StartAsync(ISensor thermometer, ISensor smoke, string until = "ok")
    {
        _point = new ChargingPoint(
            new DeviceId("shed"), Test, _shed.Drivers(), _shed.Contactor, _shed, new ChargingLimits(), _clock, new AirSensors(thermometer, smoke, new AirLimits()));
        _reporter = new DeviceReporter(_point.Id, _point.Kind, _clock);
        _run = Task.Run(() => _point.RunAsync(_reporter, _stop.Token), Cancelled);
        await HealthAsync(until);
    }

    /// <summary>Lets time pass until the shed says this of itself.</summary>
    private async Task HealthAsync(string code)
    {
        while (_reporter!.Health.Code != code)
        {
            await PassAsync();
        }
    }

    /// <summary>Lets time pass in small steps until the shed tells what is waited for.</summary>
    private async Task<T> NextAsync<T>(Func<T, bool>? which = null)
        where T : Observation
    {
        while (true)
        {
            if (_reporter!.Queue.TryRead(out var observation))
            {
                if (observation is T wanted && which?.Invoke(wanted) != false)
                {
                    return wanted;
                }

                continue;
            }

            await PassAsync();
        }
    }

    private async Task PassAsync()
    {
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Cancelled);
    }

    private sealed class OddSensor(Func<CancellationToken, Task<double>> read) : ISensor
    {
        public SensorUnit Unit => SensorUnit.Celsius;

        public async ValueTask<SensorReading> ReadAsync(CancellationToken cancellationToken) => new(await read(cancellationToken), Unit, 0);
    }
}
