namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>
/// Vehicles at a barrier: <c>come</c>, <c>tailgate</c>, <c>stall</c> under the arm; and <c>lift</c> of the arm by hand, <c>jam</c>, <c>fire</c>.
/// </summary>
internal sealed class BarrierDeeds : Deeds
{
    public BarrierDeeds(SimulatedBarrier barrier, TimeProvider clock)
        : base(clock)
    {
        Add("come", _ => barrier.Traffic.Come());
        Add("tailgate", _ => barrier.Traffic.Come(tailgates: true));
        Add("stall", TimeSpan.FromSeconds(20), _ => barrier.Traffic.Stall(), _ => barrier.Traffic.GoOn());
        Add("lift", _ => barrier.Lift());
        Add("jam", TimeSpan.FromMinutes(1), _ => barrier.Jammed = true, _ => barrier.Jammed = false);
        Add("fire", TimeSpan.FromMinutes(2), _ => barrier.Fire?.Set(true), _ => barrier.Fire?.Set(false));
    }
}
