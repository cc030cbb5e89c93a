namespace Gateway.Drivers.Simulation.Scenarios;

/// <summary>Before a camera: <c>fall</c> from the floor that the act's value names; <c>cover</c> and <c>freeze</c> for a while.</summary>
internal sealed class CameraDeeds : Deeds
{
    /// <summary>A column of windows near the middle.</summary>
    private const double Middle = 6.5 / FacadePicture.Columns;

    public CameraDeeds(SimulatedCamera camera, TimeProvider clock)
        : base(clock)
    {
        Add("fall", act => camera.Fall((int)(act.Value ?? 1), Middle));
        Add("cover", TimeSpan.FromMinutes(1), _ => camera.Cover(), _ => camera.Cover(covered: false));
        Add("freeze", TimeSpan.FromMinutes(2), _ => camera.Freeze(), _ => camera.Freeze(frozen: false));
    }
}
