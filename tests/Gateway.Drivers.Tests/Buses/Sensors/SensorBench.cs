using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Buses.Sensors.Sysfs;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Sensors;

/// <summary>A sensors bus on a tree of the test's own.</summary>
internal sealed class SensorBench : IDisposable
{
    public SensorBench() => Bus = new SysfsSensorBus(new DeviceId("bus.sensors"), new Wording("传感器", "Sensors"), Tree.Root, Clock);

    public SysfsTree Tree { get; } = new();

    public FakeTimeProvider Clock { get; } = new();

    public SysfsSensorBus Bus { get; }

    public static SensorAddress Hwmon(string device, string channel) => new(SensorSource.Hwmon, device, channel);

    public static SensorAddress Iio(string device, string channel) => new(SensorSource.Iio, device, channel);

    public static SensorAddress OneWire(string device) => new(SensorSource.OneWire, device);

    public ValueTask<SensorReading> ReadAsync(SensorAddress address) => Bus.Open(address).ReadAsync(TestContext.Current.CancellationToken);

    public async Task<string> FaultAsync(SensorAddress address) =>
        (await Assert.ThrowsAsync<DeviceFaultException>(() => ReadAsync(address).AsTask())).Message;

    public void Dispose() => Tree.Dispose();
}
