using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.FaceGates;

/// <summary>A gate with a camera, a door relay and a door contact.</summary>
internal sealed class FaceGateKind : DeviceKind<FaceGateDescription>
{
    private static readonly CameraDescription NoCamera = new(new VideoSettings { Url = "" }, Secret: null);
    private static readonly Wire NoWire = new("", new LineAddress(0));

    /// <inheritdoc/>
    public override string Kind => "face-gate";

    /// <inheritdoc/>
    public override DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context)
    {
        var camera = context.Camera(section) ?? NoCamera;
        var (relay, contact, door) = section.Section("door") is { } doorSection ? ReadDoor(doorSection, context) : (null, null, new DoorSettings());
        return new FaceGateDescription(head, camera, relay ?? NoWire, contact ?? NoWire, door);
    }

    /// <inheritdoc/>
    protected override IDevice Build(FaceGateDescription gate, DriverParts parts) => new FaceGate(
        gate.Id,
        gate.Name,
        parts.Camera(gate.Camera),
        parts.Output(gate.Relay, safeActive: !gate.Door.PullToRelease),
        parts.Input(gate.Contact),
        gate.Door,
        parts.Clock);

    /// <inheritdoc/>
    protected override void Simulate(FaceGateDescription gate, DriverParts parts)
    {
        if (!parts.IsSimulated(gate.Relay.Bus) || !parts.IsSimulated(gate.Contact.Bus))
        {
            return;
        }

        var (relays, contacts) = (parts.Bus<SimulatedBus>(gate.Relay.Bus), parts.Bus<SimulatedBus>(gate.Contact.Bus));

        // Seeded per line, so that one door's run does not depend on when another was made.
        var random = new Random(unchecked((relays.Settings.Seed * 397) ^ gate.Relay.Address.Number));
        parts.World.Place(gate.Id.Value, new SimulatedDoor(
            relays.Settings, parts.Clock, random, relays.Output(gate.Relay.Address), contacts.Input(gate.Contact.Address)));
    }

    private static (Wire? Relay, Wire? Contact, DoorSettings Settings) ReadDoor(JsonSection section, HardwareContext context)
    {
        var bus = section.Peek("bus") is null ? "" : context.Bus(section, "bus", BusUse.Digital);
        section.Ignore("bus");
        var usual = new DoorSettings();
        var pulse = section.Duration("pulse", TimeSpan.FromMilliseconds(100), TimeSpan.FromMinutes(1), usual.Pulse);
        var pullToRelease = section.Flag("pullToRelease", usual.PullToRelease);
        var relay = context.Output(section, "relay", bus, safeActive: !pullToRelease);

        // The door's own debounce knows what a release is; the bus passes every edge on.
        var contact = context.Input(section, "contact", bus, debounce: TimeSpan.Zero);

        // A simulated contact does not bounce, and one that is forced at a high rate must not be taken for bouncing.
        var debounce = context.IsSimulated(contact?.Bus ?? bus) ? TimeSpan.Zero : usual.Debounce;
        var settings = new DoorSettings
        {
            Pulse = pulse,
            OpenWithin = section.Duration("openWithin", pulse, TimeSpan.FromMinutes(5), pulse > usual.OpenWithin ? pulse : usual.OpenWithin),
            HeldOpenAfter = section.Duration("heldOpenAfter", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), usual.HeldOpenAfter),
            Debounce = section.Duration("debounce", TimeSpan.Zero, TimeSpan.FromSeconds(1), debounce),
            PullToRelease = pullToRelease,
            ActiveWhenOpen = section.Flag("activeWhenOpen", usual.ActiveWhenOpen),
        };
        var simulation = (context.Buses.Find(known => known.Id == (contact?.Bus ?? bus)) as SimulatedBusDescription)?.Simulation;
        if (simulation?.ForcedOpenEvery is { } every && settings.Debounce >= every / 2)
        {
            context.Fault(
                section,
                "debounce",
                $"不得长于 forcedOpenEvery 的一半（{every / 2:c}），否则所有事件都会被滤除",
                $"must be shorter than half of the bus's forcedOpenEvery ({every / 2:c}), or every event is filtered out");
        }

        section.Close();
        return (relay, contact, settings);
    }
}
