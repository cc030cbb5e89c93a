using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>
/// Vehicles at a barrier: <c>pass</c> is let in by the guard, <c>come</c> waits, <c>tailgate</c>, <c>stall</c> under the arm; and <c>lift</c> of the arm by hand, <c>jam</c>, <c>fire</c>.
/// </summary>
internal sealed class BarrierDeeds : Deeds
{
    private static readonly BarrierReason Guard = new("scenario", new Wording("门卫放行", "Let in by the guard"));

    public BarrierDeeds(SimulatedBarrier barrier, Func<IVehicleBarrier?> device, TimeProvider clock)
        : base(clock)
    {
        Add(
            "pass",
            TimeSpan.FromMilliseconds(1),
            (_, token) =>
            {
                barrier.Traffic.Come();
                return device()?.RaiseAsync(Guard, token).AsTask() ?? Task.CompletedTask;
            },
            _ => { });
        Add("come", _ => barrier.Traffic.Come());
        Add("tailgate", _ => barrier.Traffic.Come(tailgates: true));
        Add("stall", TimeSpan.FromSeconds(20), _ => barrier.Traffic.Stall(), _ => barrier.Traffic.GoOn());
        Add("lift", _ => barrier.Lift());
        Add("jam", TimeSpan.FromMinutes(1), _ => barrier.Jammed = true, _ => barrier.Jammed = false);
        Add("fire", TimeSpan.FromMinutes(2), _ => barrier.Fire?.Set(true), _ => barrier.Fire?.Set(false));
    }
}
