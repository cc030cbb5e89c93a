using System.Collections.Immutable;
using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>The sensors of this machine, as the kernel's own drivers show them in sysfs. Safe for several threads.</summary>
internal sealed class SysfsSensorBus(DeviceId id, Wording name, string root, TimeProvider clock) : IBus, ISensorBus
{
    /// <summary>Where the kernel shows its devices.</summary>
    public const string DefaultRoot = "/sys";

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private ImmutableList<SysfsSensor> _sensors = []; // replaced whole

    /// <inheritdoc/>
    public DeviceId Id => id;

    /// <inheritdoc/>
    public string Kind => SensorsBusKind.Name;

    /// <inheritdoc/>
    public Wording Name => name;

    /// <inheritdoc/>
    public ISensor Open(SensorAddress address)
    {
        var sensor = new SysfsSensor(root, address, clock);
        ImmutableInterlocked.Update(ref _sensors, all => all.Add(sensor));
        return sensor;
    }

    /// <summary>Says which sensors fail. The readings are their users'.</summary>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        while (true)
        {
            var faults = _sensors.Select(sensor => sensor.Fault).OfType<string>().ToList();
            var details = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["sensors"] = _sensors.Count.ToString(CultureInfo.InvariantCulture),
                ["failing"] = faults.Count.ToString(CultureInfo.InvariantCulture),
            };
            await (faults is [var first, ..]
                ? reporter.HealthAsync(
                    DeviceState.Degraded,
                    "sensor-fault",
                    new Wording($"有 {faults.Count} 个传感器异常：{first}", $"{faults.Count} sensors fail: {first}"),
                    details,
                    cancellationToken)
                : reporter.HealthAsync(DeviceState.Online, "ok", new Wording("传感器正常", "All sensors answer"), details, cancellationToken));
            await Task.Delay(Interval, clock, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
