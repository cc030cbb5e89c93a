using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.AlarmStreetlights;

/// <summary>A light with a call-for-help button, lamp, and where there are any strobe, siren and tamper contact.</summary>
internal sealed class StreetlightKind : DeviceKind<StreetlightDescription>
{
    /// <summary>Kind as in the hardware file.</summary>
    public const string Name = "alarm-streetlight";

    private static readonly Wire NoWire = new("", new LineAddress(0));

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context)
    {
        var bus = section.Peek("bus") is null ? "" : context.Bus(section, "bus", BusUse.Digital);
        section.Ignore("bus");

        // Short, because the lamp answers within 50 ms of the press; a button is a switch of its own and bounces for a few milliseconds.
        var button = context.Input(section, "button", bus, debounce: TimeSpan.FromMilliseconds(10));
        var tamper = context.Input(section, "tamper", bus, required: false);
        var lamp = context.Output(section, "lamp", bus);
        var strobe = context.Output(section, "strobe", bus, required: false);
        var siren = context.Output(section, "siren", bus, required: false);
        var usual = new StreetlightSettings();
        var (second, minute) = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var settings = new StreetlightSettings
        {
            LongPressAfter = section.Duration("longPressAfter", second, 30 * second, usual.LongPressAfter),
            StuckAfter = section.Duration("stuckAfter", 10 * second, 10 * minute, usual.StuckAfter),
            AlarmFor = section.Duration("alarmFor", minute, 240 * minute, usual.AlarmFor),
            AcknowledgedFor = section.Duration("acknowledgedFor", minute, 240 * minute, usual.AcknowledgedFor),
            Blink = section.Duration("blink", TimeSpan.FromMilliseconds(200), 5 * second, usual.Blink),
            TrialEvery = TimeSpan.FromDays(section.Whole("trialEveryDays", 1, 400, (int)usual.TrialEvery.TotalDays)),
        };
        if (settings.StuckAfter <= settings.LongPressAfter)
        {
            context.Fault(section, "stuckAfter", "必须长于 longPressAfter", "must be longer than longPressAfter");
        }

        return new StreetlightDescription(head, button ?? NoWire, tamper, lamp ?? NoWire, strobe, siren, settings);
    }

    /// <inheritdoc/>
    protected override IDevice Build(StreetlightDescription light, DriverParts parts) => new AlarmStreetlight(
        light.Id,
        light.Name,
        parts.Input(light.Button),
        light.Tamper is { } tamper ? parts.Input(tamper) : null,
        new StreetlightOutputs(
            parts.Output(light.Lamp),
            light.Strobe is { } strobe ? parts.Output(strobe) : null,
            light.Siren is { } siren ? parts.Output(siren) : null),
        light.Settings,
        parts.Clock);

    /// <inheritdoc/>
    protected override void Simulate(StreetlightDescription light, DriverParts parts)
    {
        if (parts.IsSimulated(light.Button.Bus) && parts.IsSimulated(light.Lamp.Bus))
        {
            parts.World.Place(light.Id.Value, new SimulatedStreetlight(
                parts.Bus<SimulatedBus>(light.Button.Bus).Input(light.Button.Address),
                light.Tamper is { } tamper && parts.IsSimulated(tamper.Bus) ? parts.Bus<SimulatedBus>(tamper.Bus).Input(tamper.Address) : null,
                parts.Bus<SimulatedBus>(light.Lamp.Bus).Output(light.Lamp.Address),
                parts.Clock));
        }
    }
}
