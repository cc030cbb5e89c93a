using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation.Plates;
using Gateway.Drivers.Simulation.Vehicles;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>
/// Vehicles at a barrier: <c>vehicle</c> waits for a minute or as long as the act says and turns away, <c>pass</c> is let in by the guard, <c>come</c> waits
/// for ever, <c>tailgate</c>, <c>stall</c> under the arm; and <c>lift</c> of the arm by hand, <c>jam</c>, <c>fire</c>. The act's vehicle says what its plate is.
/// </summary>
internal sealed class BarrierDeeds : Deeds
{
    private static readonly BarrierReason Guard = new("scenario", new Wording("门卫放行", "Let in by the guard"));

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public BarrierDeeds(SimulatedBarrier barrier, Func<IVehicleBarrier?> device, TimeProvider clock)
        : base(clock)
    {
        Add(
            "pass",
            TimeSpan.FromMilliseconds(1),
            (act, token) =>
            {
                barrier.Traffic.Come(VehicleOf(act));
                return device()?.RaiseAsync(Guard, token).AsTask() ?? Task.CompletedTask;
            },
            _ => { });
        Add("vehicle", act => barrier.Traffic.Come(VehicleOf(act) with { Patience = act.For > TimeSpan.Zero ? act.For : Patience }));
        Add("come", act => barrier.Traffic.Come(VehicleOf(act)));
        Add("tailgate", act => barrier.Traffic.Come(VehicleOf(act) with { Tailgates = true }));
        Add("stall", TimeSpan.FromSeconds(20), _ => barrier.Traffic.Stall(), _ => barrier.Traffic.GoOn());
        Add("lift", _ => barrier.Lift());
        Add("jam", TimeSpan.FromMinutes(1), _ => barrier.Jammed = true, _ => barrier.Jammed = false);
        Add("fire", TimeSpan.FromMinutes(2), _ => barrier.Fire?.Set(true), _ => barrier.Fire?.Set(false));
    }

    private static SimulatedVehicle VehicleOf(ScenarioAct act)
    {
        if (act.Vehicle is not { } vehicle)
        {
            return new SimulatedVehicle(VehicleLook.Of(plate: null));
        }

        var usual = vehicle.Plates.Count > 0 ? PlateDesign.Of(vehicle.Plates[0]) : null;
        var design = usual is not null && vehicle.Look is { } look ? usual with { Look = look } : usual;
        var wear = new PlateWear(design?.Text[^1] ?? 1, (float)vehicle.Dirt, (float)vehicle.Covered);
        return new SimulatedVehicle(VehicleLook.Of(design, wear)) { Tailgates = vehicle.Tailgates, Leaves = vehicle.Leaves };
    }
}
