using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>
/// Bikes at a charging shed, at the outlet that the act's value names: <c>charge</c> plugs one in and switches the outlet on as a resident
/// does; <c>plug</c> only plugs it in. What goes wrong: <c>weld</c>, <c>heat</c>, <c>freeze</c> of an outlet, <c>smoke</c>, <c>weld-contactor</c>, and
/// <c>air</c>, whose value is how warm the shed's air is, °C.
/// </summary>
internal sealed class ShedDeeds : Deeds
{
    private const double Watts = 380;
    private const double WattHours = 720;
    private const double Hot = 92;
    private static readonly TimeSpan ACharge = TimeSpan.FromHours(2);
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    public ShedDeeds(SimulatedShed shed, Func<IChargingPoint?> point, TimeProvider clock)
        : base(clock)
    {
        Add("charge", ACharge, async (act, token) =>
        {
            shed.Plug(Number(act), Watts, WattHours);
            await (point()?.SwitchOnAsync(Number(act), token) ?? throw new DeviceFaultException($"{act.Target} does not stand any more."));
        }, act => shed.Unplug(Number(act)));
        Add("plug", ACharge, act => shed.Plug(Number(act), Watts, WattHours), act => shed.Unplug(Number(act)));
        Add("weld", AMinute, act => shed.Weld(Number(act), true), act => shed.Weld(Number(act), false));
        Add("heat", AMinute, act => shed.Heat(Number(act), Hot), act => shed.Heat(Number(act), null));
        Add("freeze", AMinute, act => shed.FreezeMeter(Number(act), true), act => shed.FreezeMeter(Number(act), false));
        Add("smoke", AMinute, _ => shed.Smoke(true), _ => shed.Smoke(false));
        Add("air", AMinute, act => shed.Air(act.Value ?? Hot), _ => shed.Air(null));
        Add("weld-contactor", AMinute, _ => shed.ContactorWelded = true, _ => shed.ContactorWelded = false);
    }
}
