using Gateway.Drivers.FallingObjectCameras;
using Gateway.Drivers.Simulation.Vehicles;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// Paints what a simulated camera sees: a wall of windows, in the projection of its calibration where it has one, with a little sensor
/// noise, or the lane before a barrier; and before it whatever happens. Not thread-safe but for <see cref="Fall"/>.
/// </summary>
/// <param name="calibration">Of a camera that watches a facade; null for another.</param>
/// <param name="seed">Decides the windows and the noise.</param>
/// <param name="lane">Of a camera in colour that watches a lane; null for another.</param>
internal sealed class ScenePainter(FacadeCalibration? calibration, int seed, LanePainter? lane = null)
{
    private const byte Thing = 20;
    private const byte Cloth = 60;

    /// <summary>What is thrown out of a window starts at a sill.</summary>
    private const double SillHeight = 1.0;

    /// <summary>A bag or a flower pot, metres.</summary>
    private const double ThingSize = 0.4;

    /// <summary>What is farther away is made larger than it would be seen.</summary>
    private const double LeastPixels = 4;

    /// <summary>The shutter stays open so long: what moves fast leaves a streak.</summary>
    private static readonly TimeSpan Exposure = TimeSpan.FromMilliseconds(8);

    private readonly SensorNoise _noise = new(new Random(seed));
    private byte[] _background = [];
    private byte[] _cloth = [];

    /// <summary>There is something to see beyond the acts: frames are worth their cost.</summary>
    public bool IsBusy => lane is { IsBusy: true };

    /// <summary>A fall from a floor; null where there is no facade.</summary>
    public SceneAct.Falling? Fall(int floor, double x) =>
        calibration is null ? null : new SceneAct.Falling(((floor - 1) * calibration.Building.FloorHeight) + SillHeight, x);

    public void Paint(SceneCanvas canvas, IReadOnlyList<SceneAct> acts, TimeSpan now, bool covered)
    {
        Prepare(canvas);
        _noise.On(covered ? _cloth : _background, canvas.Pixels);
        if (!covered)
        {
            lane?.Vehicles(new PaintTarget(canvas.Pixels, canvas.Width, canvas.Height));
        }

        foreach (var act in acts)
        {
            if (!covered && act.Began <= now)
            {
                Paint(canvas, act, now);
            }
        }
    }

    private void Paint(SceneCanvas canvas, SceneAct act, TimeSpan now)
    {
        switch (act)
        {
            case SceneAct.Falling fall when calibration is not null:
                Paint(canvas, fall, now - act.Began, calibration);
                break;
            case SceneAct.Standing { Picture: var picture }:
                canvas.Copy(picture, (canvas.Width - picture.Width) / 2, Math.Max(0, canvas.Height - picture.Height));
                break;
        }
    }

    private static void Paint(SceneCanvas canvas, SceneAct.Falling fall, TimeSpan time, FacadeCalibration calibration)
    {
        var height = canvas.Height;
        var row = Row(time);
        var side = Math.Max(LeastPixels, Math.Abs(Row(time) - (calibration.RowOf(fall.HeightAfter(time) + ThingSize) * height)));
        var streak = Math.Max(0, row - Row(time - Exposure));
        var left = (fall.X * canvas.Width) - (side / 2);
        canvas.Blend((left, row - (side / 2) - streak, left + side, row + (side / 2)), Thing, side / (side + streak));

        double Row(TimeSpan at) => calibration.RowOf(fall.HeightAfter(at < TimeSpan.Zero ? TimeSpan.Zero : at)) * height;
    }

    private void Prepare(SceneCanvas canvas)
    {
        if (_background.Length != canvas.Pixels.Length)
        {
            (_background, _cloth) = (new byte[canvas.Pixels.Length], new byte[canvas.Pixels.Length]);
            if (lane is null)
            {
                FacadePicture.Paint(new SceneCanvas(_background, canvas.Width, canvas.Height, canvas.Channels), calibration, new Random(seed));
            }
            else
            {
                lane.Background(new PaintTarget(_background, canvas.Width, canvas.Height), seed);
            }

            _cloth.AsSpan().Fill(Cloth);
        }
    }
}
