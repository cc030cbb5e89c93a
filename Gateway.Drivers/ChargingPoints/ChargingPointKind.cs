using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Modbus;
using Gateway.Drivers.Buses.Ocpp;
using Gateway.Drivers.Buses.Sensors;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>A shed of outlets for e-bikes.</summary>
internal sealed class ChargingPointKind : DeviceKind<ChargingPointDescription>
{
    private const int MaxOutlets = 100;
    /// <summary>A charger is asked over the network and answers when it likes.</summary>
    private static readonly TimeSpan ChargerTime = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);
    private static readonly Wire NoWire = new("", new LineAddress(0));

    /// <inheritdoc/>
    public override string Kind => "charging-point";

    /// <inheritdoc/>
    public override DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context)
    {
        var bus = section.Peek("bus") is null ? "" : context.Bus(section, "bus", BusUse.Digital);
        section.Ignore("bus");
        var (chargers, connectors) = section.Section("ocpp", required: false) is { } ocpp ? ReadOcpp(ocpp, context) : ("", []);
        var wired = chargers.Length == 0 || section.Peek("outlets") is not null;
        var (meters, map) = section.Section("meter", wired) is { } meter ? ReadMeter(meter, context) : ("", null);
        var outlets = section.Sections("outlets", wired).Select(outlet => ReadOutlet(outlet, bus, map, context)).ToList();
        Require(section, outlets, connectors, context);
        var usual = chargers.Length == 0 ? new ChargingLimits() : new ChargingLimits { CutOffWithin = ChargerTime };
        return new ChargingPointDescription(
            head, meters, outlets, section.Section("limits", required: false) is { } limits ? ReadLimits(limits, usual) : usual)
        {
            ChargerBus = chargers,
            Connectors = connectors,
            Contactor = context.Output(section, "contactor", bus, required: false),
            Smoke = context.Input(section, "smoke", bus, required: false),
            Air = section.Section("air", required: false) is { } air ? ReadAir(air, context) : null,
        };
    }

    /// <inheritdoc/>
    protected override IDevice Build(ChargingPointDescription point, DriverParts parts)
    {
        List<(string, IOutletDriver)> outlets =
        [
            .. point.Outlets.Select(outlet => (outlet.Id, (IOutletDriver)new WiredOutlet(
                parts.Output(outlet.Relay), parts.Bus<IRegisterBus>(point.MeterBus), outlet.Unit, outlet.Meter, parts.Clock))),
            .. point.Connectors.Select(outlet => (outlet.Id, (IOutletDriver)new OcppOutlet(Charger(outlet.Charger), outlet.Connector, parts.Clock))),
        ];
        var chargers = point.Connectors.Select(outlet => outlet.Charger).Distinct(StringComparer.Ordinal).Select(Charger).ToList();
        return new ChargingPoint(
            point.Id,
            point.Name,
            outlets,
            point.Contactor is { } contactor ? parts.Output(contactor) : null,
            point.Smoke is { } smoke ? parts.Input(smoke) : chargers.Count > 0 ? new OcppSmoke(chargers, parts.Clock) : null,
            point.Limits,
            parts.Clock,
            point.Air is { } air
                ? new AirSensors(air.Temperature is { } warmth ? parts.Sensor(warmth) : null, air.Smoke is { } share ? parts.Sensor(share) : null, air.Limits)
                : null);

        IOcppChargePoint Charger(string id) => parts.Bus<IOcppChargePoints>(point.ChargerBus).ChargePoint(id);
    }

    /// <inheritdoc/>
    protected override void Simulate(ChargingPointDescription point, DriverParts parts)
    {
        Wire?[] wires = [point.Contactor, point.Smoke, .. point.Outlets.Select(outlet => outlet.Relay)];
        if (point.Outlets.Count == 0 || !parts.IsSimulated(point.MeterBus) || wires.Any(wire => wire is not null && !parts.IsSimulated(wire.Bus)))
        {
            return;
        }

        var meters = parts.Bus<SimulatedBus>(point.MeterBus);
        foreach (var unit in point.Outlets.Select(outlet => outlet.Unit).Distinct())
        {
            meters.Unit(unit).Clear();
        }

        parts.World.Place(point.Id.Value, new SimulatedShed(
            point.Outlets.Select((outlet, index) => new SimulatedSocket(
                outlet.Id,
                parts.Bus<SimulatedBus>(outlet.Relay.Bus).Output(outlet.Relay.Address),
                meters.Unit(outlet.Unit),
                outlet.Meter,
                parts.Clock,

                // Seeded per outlet, so that one outlet's run does not depend on when another was made.
                new Random(unchecked((meters.Settings.Seed * 397) ^ (outlet.Unit * 31) ^ index)))),
            point.Contactor is { } contactor ? parts.Bus<SimulatedBus>(contactor.Bus).Output(contactor.Address) : null,
            point.Smoke is { } smoke ? parts.Bus<SimulatedBus>(smoke.Bus).Input(smoke.Address) : null)
        {
            Thermometer = Simulated(point.Air?.Temperature),
            SmokeSensor = Simulated(point.Air?.Smoke),
        });

        SimulatedSensor? Simulated(SensorWire? wire) =>
            wire is not null && parts.IsSimulated(wire.Bus) ? parts.Bus<SimulatedBus>(wire.Bus).Sensor(wire.Address) : null;
    }

    private static (string Bus, MeterMap Map) ReadMeter(JsonSection section, HardwareContext context)
    {
        var bus = context.Bus(section, "bus", BusUse.Registers);
        var map = MeterKeys.Read(section, context);
        section.Close();
        return (bus, map);
    }

    private static OutletDescription ReadOutlet(JsonSection section, string bus, MeterMap? map, HardwareContext context)
    {
        var outlet = new OutletDescription(
            context.Id(section, "id"),
            context.Output(section, "relay", bus) ?? NoWire,
            section.Whole("unit", 1, 247, 1),
            (map ?? new MeterMap(RegisterTable.Input, new MeterValue(0, new RegisterFormat(RegisterType.Word)))).Moved(section.Whole("offset", 0, 60000, 0)));
        section.Close();
        return outlet;
    }

    private static (string Bus, IReadOnlyList<OcppOutletDescription> Outlets) ReadOcpp(JsonSection section, HardwareContext context)
    {
        var bus = context.Bus(section, "bus", BusUse.ChargePoints);
        List<OcppOutletDescription> outlets = [];
        foreach (var outlet in section.Sections("outlets"))
        {
            outlets.Add(new OcppOutletDescription(context.Id(outlet, "id"), outlet.Text("charger"), outlet.Whole("connector", 1, 100, 1)));
            outlet.Close();
            var known = (context.Buses.Find(one => one.Id == bus) as OcppBusDescription)?.Chargers.Select(charger => charger.Id).ToList();
            if (known is not null && outlets[^1].Charger.Length > 0 && !known.Contains(outlets[^1].Charger, StringComparer.Ordinal))
            {
                context.Unknown(outlet, "charger", outlets[^1].Charger, known);
            }
        }

        section.Close();
        return (bus, outlets);
    }

    private static void Require(
        JsonSection section, List<OutletDescription> outlets, IReadOnlyList<OcppOutletDescription> connectors, HardwareContext context)
    {
        if (section.Peek("outlets") is not null && outlets.Count is 0 or > MaxOutlets)
        {
            context.Fault(section, "outlets", $"应有 1 到 {MaxOutlets} 个插座", $"expected 1 to {MaxOutlets} outlets");
        }

        foreach (var twice in outlets.Select(outlet => outlet.Id).Concat(connectors.Select(outlet => outlet.Id))
            .GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Key.Length > 0 && group.Skip(1).Any()))
        {
            context.Fault(section, "outlets", $"插座编号 \"{twice.Key}\" 重复", $"the outlet id \"{twice.Key}\" is used more than once");
        }

        foreach (var shared in outlets.GroupBy(outlet => (outlet.Unit, outlet.Meter.Power.Address)).Where(group => group.Skip(1).Any()))
        {
            var names = string.Join(", ", shared.Select(outlet => outlet.Id));
            context.Fault(
                section,
                "outlets",
                $"插座 {names} 读同一个电表：请用 unit 或 offset 区分",
                $"the outlets {names} read the same meter: tell them apart by unit or offset");
        }
    }

    private static AirDescription ReadAir(JsonSection section, HardwareContext context)
    {
        if (section.Peek("temperature") is null && section.Peek("smoke") is null)
        {
            context.Fault(section, "temperature", "未指明任何传感器：请填写 temperature 或 smoke", "names no sensor: give temperature, smoke, or both");
        }

        var usual = new AirLimits();
        var air = new AirDescription(
            context.Sensor(section, "temperature", SensorUnit.Celsius, required: false),
            context.Sensor(section, "smoke", SensorUnit.Fraction, required: false),
            new AirLimits
            {
                MaxTemperature = section.Number("maxTemperature", 40, 120, usual.MaxTemperature),
                SmokeAbove = section.Number("smokeAbove", 0.05, 0.95, usual.SmokeAbove),
                Every = section.Duration("every", TimeSpan.FromMilliseconds(200), AMinute, usual.Every),
            });
        section.Close();
        return air;
    }

    private static ChargingLimits ReadLimits(JsonSection section, ChargingLimits usual)
    {
        var limits = new ChargingLimits
        {
            CutOffBelow = section.Number("cutOffBelow", 0.5, 100, usual.CutOffBelow),
            CutOffWithin = section.Duration("cutOffWithin", TimeSpan.FromMilliseconds(500), AMinute, usual.CutOffWithin),
            Overload = section.Number("overload", 50, 7000, usual.Overload),
            OverloadAfter = section.Duration("overloadAfter", TimeSpan.Zero, AMinute, usual.OverloadAfter),
            MaxTemperature = section.Number("maxTemperature", 40, 120, usual.MaxTemperature),
            PollEvery = section.Duration("pollEvery", TimeSpan.FromMilliseconds(200), AMinute, usual.PollEvery),
        };
        section.Close();
        return limits;
    }
}
