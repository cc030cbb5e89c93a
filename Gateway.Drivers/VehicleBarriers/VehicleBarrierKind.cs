using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.VehicleBarriers;

/// <summary>A barrier with its relays, loops and beam.</summary>
internal sealed class VehicleBarrierKind : DeviceKind<VehicleBarrierDescription>
{
    private static readonly Wire NoWire = new("", new LineAddress(0));
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ADay = new(23, 59, 59);

    /// <summary>What suits reading plates: a plate of a car at the arm is then well over 80 pixels wide.</summary>
    private static readonly VideoSettings Plates = new() { Url = "", Width = 1280, Height = 720, FramesPerSecond = 15 };

    /// <inheritdoc/>
    public override string Kind => "vehicle-barrier";

    /// <inheritdoc/>
    public override DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context)
    {
        var barrier = new VehicleBarrierDescription(
            head, context.Camera(section, required: false, section.Peek("lane") is null ? null : Plates), NoWire, NoWire, null, null, null, [], null, null, new BarrierSettings());
        if (section.Section("arm") is { } arm)
        {
            barrier = ReadArm(barrier, arm, context);
        }

        barrier = section.Section("safety") is { } safety ? ReadSafety(barrier, safety, context) : barrier;
        return LaneReader.Read(head, section, context) is var (lane, approach) ? barrier with { Lane = lane, Approach = approach } : barrier;
    }

    /// <inheritdoc/>
    protected override IDevice Build(VehicleBarrierDescription barrier, DriverParts parts)
    {
        IDigitalInput? Input(Wire? wire) => wire is null ? null : parts.Input(wire);
        var wiring = new BarrierWiring
        {
            Up = parts.Output(barrier.Up),
            Down = parts.Output(barrier.Down),
            Stop = barrier.Stop is null ? null : parts.Output(barrier.Stop),
            Loops = [.. barrier.Loops.Select(parts.Input)],
            Beam = Input(barrier.Beam),
            IsUp = Input(barrier.IsUp),
            IsDown = Input(barrier.IsDown),
            Fire = Input(barrier.Fire),
        };
        var camera = barrier.Camera is null ? null : parts.LaneCamera(barrier.Camera);
        return new VehicleBarrier(barrier.Id, barrier.Name, camera, wiring, barrier.Settings, parts.Clock)
        {
            Stands = barrier.Head.Position,
            Lane = barrier.Lane,
            ApproachLoop = Input(barrier.Approach),
        };
    }

    /// <inheritdoc/>
    protected override void Simulate(VehicleBarrierDescription barrier, DriverParts parts)
    {
        if (!barrier.Wires.All(wire => parts.IsSimulated(wire.Bus)))
        {
            return;
        }

        SimulatedOutput? Output(Wire? wire) => wire is null ? null : parts.Bus<SimulatedBus>(wire.Bus).Output(wire.Address);
        SimulatedInput? Input(Wire? wire) => wire is null ? null : parts.Bus<SimulatedBus>(wire.Bus).Input(wire.Address);
        parts.World.Place(barrier.Id.Value, new SimulatedBarrier(parts.Clock)
        {
            Held = barrier.Settings.Held,
            Loops = [.. barrier.Loops.Select(wire => Input(wire)!)],
            Beam = Input(barrier.Beam),
            IsUp = Input(barrier.IsUp),
            IsDown = Input(barrier.IsDown),
            Fire = Input(barrier.Fire),
            Approach = Input(barrier.Approach),
        }.Connect(Output(barrier.Up)!, Output(barrier.Down)!, Output(barrier.Stop)));
    }

    private static VehicleBarrierDescription ReadArm(VehicleBarrierDescription barrier, JsonSection section, HardwareContext context)
    {
        var (bus, usual) = (BusOf(section, context), barrier.Settings);
        var read = barrier with
        {
            Up = context.Output(section, "up", bus) ?? NoWire,
            Down = context.Output(section, "down", bus) ?? NoWire,
            Stop = context.Output(section, "stop", bus, required: false),
            IsUp = context.Input(section, "isUp", bus, required: false),
            IsDown = context.Input(section, "isDown", bus, required: false),
        };
        var settings = usual with
        {
            HasStop = read.Stop is not null,
            HasUpLimit = read.IsUp is not null,
            HasDownLimit = read.IsDown is not null,
            Held = section.Flag("held", usual.Held),
            Pulse = section.Duration("pulse", Tenth, TimeSpan.FromSeconds(10), usual.Pulse),
            Travel = section.Duration("travel", 5 * Tenth, AMinute, usual.Travel),
            StuckAfter = section.Duration("stuckAfter", 10 * Tenth, 2 * AMinute, usual.StuckAfter),
            ForcedAfter = section.Duration("forcedAfter", TimeSpan.Zero, AMinute, usual.ForcedAfter),
            OpenFor = section.Duration("openFor", 30 * Tenth, 10 * AMinute, usual.OpenFor),
            CloseDelay = section.Duration("closeDelay", 5 * Tenth, AMinute, usual.CloseDelay),
        };
        section.Close();
        return read with { Settings = settings };
    }

    private static VehicleBarrierDescription ReadSafety(VehicleBarrierDescription barrier, JsonSection section, HardwareContext context)
    {
        var (bus, usual) = (BusOf(section, context), barrier.Settings);

        // Loops and beam are not debounced: the arm turns round on the first sign, and closes only after a delay anyway.
        Wire?[] loops =
        [
            context.Input(section, "loop", bus, required: false, TimeSpan.Zero),
            context.Input(section, "secondLoop", bus, required: false, TimeSpan.Zero),
        ];
        var read = barrier with
        {
            Loops = [.. loops.OfType<Wire>()],
            Beam = context.Input(section, "beam", bus, required: false, TimeSpan.Zero),
            Fire = context.Input(section, "fire", bus, required: false),
        };
        if (section.Peek("loop") is null && section.Peek("secondLoop") is null && section.Peek("beam") is null)
        {
            context.Fault(
                section,
                "loop",
                "地感 loop 与光束 beam 至少要有一个：否则道闸可能砸到车或人",
                "needs a loop or a beam: without either the arm could close on a vehicle or a person");
        }

        var settings = usual with
        {
            Loops = read.Loops.Count,
            HasBeam = read.Beam is not null,
            VehicleGap = section.Duration("vehicleGap", Tenth, TimeSpan.FromSeconds(5), usual.VehicleGap),
            LoopStuckAfter = section.Duration("loopStuckAfter", AMinute, ADay, usual.LoopStuckAfter),
            BeamStuckAfter = section.Duration("beamStuckAfter", AMinute, ADay, usual.BeamStuckAfter),
        };
        section.Close();
        return read with { Settings = settings };
    }

    private static string BusOf(JsonSection section, HardwareContext context)
    {
        var bus = section.Peek("bus") is null ? "" : context.Bus(section, "bus", BusUse.Digital);
        section.Ignore("bus");
        return bus;
    }
}
