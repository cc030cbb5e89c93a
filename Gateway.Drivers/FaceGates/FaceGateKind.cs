using System.Text.Json;
using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.FaceGates;

/// <summary>A gate with a camera, a door relay and a door contact.</summary>
internal sealed class FaceGateKind : DeviceKind<FaceGateDescription>
{
    private static readonly CameraDescription NoCamera = new(new VideoSettings { Url = "" }, Secret: null);
    private static readonly TimeSpan ButtonDebounce = TimeSpan.FromMilliseconds(50);

    /// <summary>A fire line is long and shares its conduit with others; a tenth of a second matters to nobody.</summary>
    private static readonly TimeSpan FireDebounce = TimeSpan.FromMilliseconds(100);

    private static readonly Wire NoWire = new("", new LineAddress(0));

    /// <inheritdoc/>
    public override string Kind => "face-gate";

    /// <inheritdoc/>
    public override DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context)
    {
        var camera = context.Camera(section) ?? NoCamera;
        var doorSection = section.Section("door");
        var bus = doorSection?.Peek("bus") is JsonTokenType.String ? doorSection.Text("bus") : "";
        var (relay, contact, door) = doorSection is null ? (null, null, new DoorSettings()) : ReadDoor(doorSection, context);
        return new FaceGateDescription(head, camera, relay ?? NoWire, contact ?? NoWire, door)
        {
            ExitButton = context.Input(section, "exitButton", bus, required: false, ButtonDebounce),
            FireRelease = context.Input(section, "fireRelease", bus, required: false, FireDebounce),
            Reader = section.Section("reader", required: false) is { } reader ? ReadReader(reader, context) : null,
        };
    }

    /// <inheritdoc/>
    protected override IDevice Build(FaceGateDescription gate, DriverParts parts) => new FaceGate(
        gate.Id,
        gate.Name,
        parts.Camera(gate.Camera),
        parts.Output(gate.Relay, safeActive: !gate.Door.PullToRelease),
        parts.Input(gate.Contact),
        gate.Door,
        parts.Clock)
    {
        Position = gate.Head.Position,
        ExitButton = gate.ExitButton is { } button ? parts.Input(button) : null,
        FireRelease = gate.FireRelease is { } fire ? parts.Input(fire) : null,

        // Where everything is simulated, nothing is touched.
        Reader = gate.Reader is { } reader && !parts.Options.Simulate ? CredentialReader.Of(gate.Id, reader, parts.Clock) : null,
    };

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

    private static ReaderSettings ReadReader(JsonSection section, HardwareContext context)
    {
        var serial = context.OneOf(section, "kind", ["evdev", "serial"]) == "serial";
        var device = section.Text("device");
        if (device.Length > 0 && !device.StartsWith('/'))
        {
            context.Fault(section, "device", "应为绝对路径，例如 /dev/input/by-id/…", "expected an absolute path, such as /dev/input/by-id/...");
        }

        var usual = new ReaderSettings { Serial = serial, Device = device };
        var settings = usual with
        {
            Baud = section.Whole("baud", 300, 921600, usual.Baud),
            Reads = context.OneOf(section, "reads", ["card", "qr", "pin", "card-or-pin"], "card") switch
            {
                "qr" => CredentialKind.Qr,
                "pin" => CredentialKind.Pin,
                "card-or-pin" => CredentialKind.CardOrPin,
                _ => CredentialKind.Card,
            },
        };
        section.Close();
        return settings;
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
