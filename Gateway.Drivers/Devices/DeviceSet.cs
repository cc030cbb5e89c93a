using Gateway.Drivers.Buses;
using Gateway.Drivers.Configuration;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices;

/// <summary>
/// The devices and buses of the hardware file in force, built and with their supervisors, and what changes when another file comes.
/// Changed by one at a time; read by anyone.
/// </summary>
internal sealed class DeviceSet : IAsyncDisposable
{
    private static readonly HardwareFile Empty = new(new Site("", "", new Wording("", "")), null, [], [], []);
    private static readonly IReadOnlyDictionary<IBus, DeviceRunner> NoBuses = new Dictionary<IBus, DeviceRunner>();
    private DriverSurroundings? _around; // of the file in force
    private readonly BusRack? _rack;
    private readonly TimeProvider _clock;
    private readonly Random _random;
    private readonly ILogger _logger;
    private volatile State _state = new(Empty, [], NoBuses);

    private DeviceSet(IReadOnlyList<IDevice> devices, TimeProvider clock, Random random, ILogger logger)
    {
        (_clock, _random, _logger) = (clock, random, logger);
        _state = new State(Empty, [.. devices.Select(device => new Built("", Runner(device, lines: null)))], NoBuses);
    }

    public DeviceSet(HardwareFile hardware, DriverSurroundings around, Random random, ILogger logger)
    {
        (_around, _clock, _random, _logger) = (around, around.Clock, random, logger);
        _rack = new BusRack(random);
        Commit(Prepare(hardware, around.Secrets));
    }

    public TimeProvider Clock => _clock;

    public HardwareFile Hardware => _state.Hardware;

    public IReadOnlyList<DeviceRunner> Devices => [.. _state.Devices.Select(device => device.Runner)];

    /// <summary>In the order of the hardware file.</summary>
    public IReadOnlyList<DeviceRunner> Buses
    {
        get
        {
            var state = _state;
            var order = state.Hardware.Buses.Select((bus, index) => (BusHead.Reporter(bus.Id), index)).ToDictionary();
            return [.. state.Buses.Values.OrderBy(bus => order.GetValueOrDefault(bus.Device.Id))];
        }
    }

    /// <summary>Buses first: devices use them.</summary>
    public IReadOnlyList<DeviceRunner> All => [.. Buses, .. Devices];

    /// <summary>Devices that were built by hand, without a file.</summary>
    public static DeviceSet Fixed(IReadOnlyList<IDevice> devices, TimeProvider clock, Random random, ILogger logger) =>
        new(devices, clock, random, logger);

    /// <summary>Finds what another file, or another secret, changes; nothing has ended or begun yet.</summary>
    /// <exception cref="HardwareFileException">A device or bus names a secret or file that does not exist.</exception>
    public Change Prepare(HardwareFile hardware, SecretsFile secrets)
    {
        var before = _state;
        var wanted = hardware.Devices.Select(device => device with { Fingerprint = device.Fingerprint + (_around!.Options.Simulate ? "" : Print(device, secrets)) }).ToList();
        var prints = wanted.Select(device => device.Fingerprint).ToHashSet(StringComparer.Ordinal);
        _around = _around! with { Secrets = secrets };
        var (gone, fresh) = _rack!.Change(hardware.Buses, _around);
        return new Change(
            hardware with { Devices = wanted },
            [.. before.Devices.Where(device => !prints.Contains(device.Fingerprint)).Select(device => device.Runner)],
            [.. gone.Select(bus => before.Buses[bus])],
            fresh);
    }

    /// <summary>Builds what the change begins; the caller starts it.</summary>
    public IReadOnlyList<DeviceRunner> Commit(Change change)
    {
        var before = _state;
        var kept = before.Devices.Where(device => !change.Ended.Contains(device.Runner)).ToDictionary(device => device.Fingerprint, StringComparer.Ordinal);
        var devices = change.Hardware.Devices.Select(device => kept.GetValueOrDefault(device.Fingerprint) ?? Build(device)).ToList();
        var buses = before.Buses.Where(bus => !change.Ended.Contains(bus.Value)).ToDictionary();
        foreach (var bus in change.NewBuses)
        {
            buses.Add(bus, Runner(bus, lines: null));
        }

        _state = new State(change.Hardware, devices, buses);
        return [.. change.NewBuses.Select(bus => buses[bus]), .. devices.Where(device => !kept.ContainsValue(device)).Select(device => device.Runner)];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Devices.Select(device => device.DisposeAsync().AsTask()));
        await Task.WhenAll(Buses.Select(bus => bus.DisposeAsync().AsTask()));
    }

    private Built Build(DeviceDescription description)
    {
        var parts = new DriverParts(description.Id.Value, _rack!, _around!, new Random(_random.Next()));
        var kind = Kinds.Of(description);
        kind.Simulate(description, parts);
        return new Built(description.Fingerprint, Runner(kind.Build(description, parts), parts));
    }

    // Each supervisor draws from a generator of its own: Random is not thread-safe, and a seed still decides them all.
    private DeviceRunner Runner(IDevice device, IAsyncDisposable? lines) => new(device, lines, _clock, new Random(_random.Next()), _logger);

    /// <summary>A device whose password has changed is another device.</summary>
    private static string Print(DeviceDescription device, SecretsFile secrets) =>
        string.Concat(device.Secrets.Select(secret => secrets.Credentials(secret, device.Id.Value).Print));

    /// <summary>What another file changes.</summary>
    /// <param name="Hardware">The file.</param>
    /// <param name="EndedDevices">Devices that end.</param>
    /// <param name="EndedBuses">Buses that end after them.</param>
    /// <param name="NewBuses">Buses that begin.</param>
    internal sealed record Change(
        HardwareFile Hardware, IReadOnlyList<DeviceRunner> EndedDevices, IReadOnlyList<DeviceRunner> EndedBuses, IReadOnlyList<IBus> NewBuses)
    {
        public IEnumerable<DeviceRunner> Ended => EndedDevices.Concat(EndedBuses);

        /// <summary>Ends the devices, then the buses that they used.</summary>
        public async Task EndAsync()
        {
            await Task.WhenAll(EndedDevices.Select(device => device.DisposeAsync().AsTask()));
            await Task.WhenAll(EndedBuses.Select(bus => bus.DisposeAsync().AsTask()));
        }
    }

    private sealed record Built(string Fingerprint, DeviceRunner Runner);

    private sealed record State(HardwareFile Hardware, IReadOnlyList<Built> Devices, IReadOnlyDictionary<IBus, DeviceRunner> Buses);
}
