namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Before a camera: <c>fall</c> from the floor that the act's value names; <c>cover</c> and <c>freeze</c> for a while.</summary>
internal sealed class CameraDeeds : Deeds
{
    private const double Middle = 0.5;

    public CameraDeeds(SimulatedCamera camera, TimeProvider clock)
        : base(clock)
    {
        Add("fall", act => camera.Fall((int)(act.Value ?? 1), Middle));
        Add("cover", TimeSpan.FromMinutes(1), _ => camera.Cover(), _ => camera.Cover(covered: false));
        Add("freeze", TimeSpan.FromMinutes(2), _ => camera.Freeze(), _ => camera.Freeze(frozen: false));
    }
}
