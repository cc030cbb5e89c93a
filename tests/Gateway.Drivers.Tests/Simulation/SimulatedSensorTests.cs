using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Tests.Simulation;

public sealed class SimulatedSensorTests : IAsyncDisposable
{
    private static readonly SensorAddress Outlet = new(SensorSource.OneWire, "28-1");
    private readonly SimulatedBus _bus = new("shed", new SimulationSettings(), new FakeTimeProvider());

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _bus.DisposeAsync();

    [Fact]
    public async Task Sensor_reads_what_the_world_sets()
    {
        var sensor = _bus.Open(Outlet);
        Assert.Equal((22, SensorUnit.Celsius), ((await sensor.ReadAsync(Cancelled)).Value, sensor.Unit));

        _bus.Sensor(Outlet).Value = 61.5;

        Assert.Equal(61.5, (await sensor.ReadAsync(Cancelled)).Value);
    }

    [Fact]
    public async Task Sensor_that_is_made_to_fail_fails_in_its_words()
    {
        var sensor = _bus.Open(Outlet);
        _bus.Sensor(Outlet).Fault = "The thermometer of outlet 3 is torn off.";
        var fault = await Assert.ThrowsAsync<DeviceFaultException>(() => sensor.ReadAsync(Cancelled).AsTask());
        Assert.Equal("The thermometer of outlet 3 is torn off.", fault.Message);
    }

    [Fact]
    public async Task Smoke_starts_at_none()
    {
        var smoke = new SensorAddress(SensorSource.Iio, "ads1115", "voltage0") { FullScale = 3.3 };
        var reading = await _bus.Open(smoke).ReadAsync(Cancelled);
        Assert.Equal((0, SensorUnit.Fraction), (reading.Value, reading.Unit));
    }

    [Fact]
    public void Address_that_a_real_bus_would_refuse_is_refused() =>
        Assert.Throws<DeviceFaultException>(() => _bus.Open(new SensorAddress(SensorSource.Hwmon, "x", "humidity1")));
}
