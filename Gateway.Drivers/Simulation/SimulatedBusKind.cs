using Gateway.Drivers.Buses;
using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Simulation;

/// <summary>Lines, registers and sensors in software.</summary>
internal sealed class SimulatedBusKind : BusKind<SimulatedBusDescription>
{
    /// <summary>Kind as in the hardware file.</summary>
    public const string Name = "simulated";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override BusUse Use => BusUse.Digital | BusUse.Registers | BusUse.Sensors | BusUse.ChargePoints | BusUse.Push;

    /// <inheritdoc/>
    public override BusDescription Read(BusHead head, JsonSection section, HardwareContext context) => new SimulatedBusDescription(
        head.Id, section.Section("simulation", required: false) is { } settings ? ReadSettings(settings) : new SimulationSettings());

    /// <inheritdoc/>
    protected override IBus Open(SimulatedBusDescription description, DriverParts parts) =>
        new SimulatedBus(description.Id, description.Simulation, parts.Clock);

    private static SimulationSettings ReadSettings(JsonSection section)
    {
        var usual = new SimulationSettings();
        var (least, most) = (TimeSpan.Zero, TimeSpan.FromHours(1));
        var settings = new SimulationSettings
        {
            Seed = section.Whole("seed", 0, int.MaxValue, usual.Seed),
            OpensAfter = section.Duration("opensAfter", least, most, usual.OpensAfter),
            StaysOpen = section.Duration("staysOpen", least, most, usual.StaysOpen),
            UnusedShare = section.Number("unusedShare", 0, 1, usual.UnusedShare),
            HeldOpenShare = section.Number("heldOpenShare", 0, 1, usual.HeldOpenShare),
            HeldOpenFor = section.Duration("heldOpenFor", least, most, usual.HeldOpenFor),
            ForcedOpenEvery = section.Duration("forcedOpenEvery", TimeSpan.FromMilliseconds(2), most, least) is var every && every > least ? every : null,
        };
        section.Close();
        return settings;
    }
}
