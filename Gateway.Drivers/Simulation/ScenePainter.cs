using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// Paints what a simulated camera sees: a wall of windows, in the projection of its calibration where it has one, with a little sensor
/// noise, and before it whatever happens. Not thread-safe but for <see cref="Fall"/>.
/// </summary>
/// <param name="calibration">Of a camera that watches a facade; null for another.</param>
/// <param name="seed">Decides the noise.</param>
internal sealed class ScenePainter(FacadeCalibration? calibration, int seed)
{
    private const byte Wall = 150;
    private const byte Window = 70;
    private const byte Sill = 220;
    private const byte Thing = 25;
    private const byte Cloth = 60;
    private const int Columns = 12;
    private const int NoisyPixels = 2000;

    /// <summary>What is thrown out of a window starts at a sill.</summary>
    private const double SillHeight = 1.0;

    private readonly Random _random = new(seed);
    private byte[] _background = [];

    /// <summary>A fall from a floor; null where there is no facade.</summary>
    public SceneAct.Falling? Fall(int floor, double x) =>
        calibration is null ? null : new SceneAct.Falling(((floor - 1) * calibration.Building.FloorHeight) + SillHeight, x);

    public void Paint(BgrImage image, IReadOnlyList<SceneAct> acts, TimeSpan now, bool covered)
    {
        var pixels = image.Pixels.AsSpan(0, image.ByteCount);
        if (covered)
        {
            pixels.Fill(Cloth);
        }
        else
        {
            Background(image).CopyTo(pixels);
            foreach (var act in acts)
            {
                Paint(image, act, now);
            }
        }

        for (var i = 0; i < NoisyPixels; i++)
        {
            var at = _random.Next(pixels.Length);
            pixels[at] = (byte)Math.Clamp(pixels[at] + _random.Next(-6, 7), 0, 255);
        }
    }

    private void Paint(BgrImage image, SceneAct act, TimeSpan now)
    {
        switch (act)
        {
            case SceneAct.Falling fall when calibration is not null:
                var row = calibration.RowOf(fall.HeightAfter(now - act.Began)) * image.Height;
                var side = Math.Max(3, image.Height / 60);
                Fill(image, (int)((fall.X * image.Width) - (side / 2.0)), (int)(row - (side / 2.0)), side, side, Thing);
                break;
            case SceneAct.Standing { Picture: var picture }:
                var (left, top) = ((image.Width - picture.Width) / 2, image.Height - picture.Height);
                Copy(picture, image, left, Math.Max(0, top));
                break;
        }
    }

    private byte[] Background(BgrImage image)
    {
        if (_background.Length != image.ByteCount)
        {
            _background = new byte[image.ByteCount];
            var wall = new BgrImage(_background, image.Width, image.Height);
            wall.Pixels.AsSpan().Fill(Wall);
            for (var floor = 1; floor <= (calibration?.Building.Floors ?? Columns); floor++)
            {
                PaintFloor(wall, floor);
            }
        }

        return _background;
    }

    private void PaintFloor(BgrImage wall, int floor)
    {
        var step = calibration?.Building.FloorHeight ?? 1;
        var (top, bottom) = (RowOf(floor * step, wall), RowOf((floor - 1) * step, wall));
        Fill(wall, 0, bottom, wall.Width, 1, Sill);
        var (high, width) = (Math.Max(1, (bottom - top) / 2), wall.Width / Columns);
        for (var column = 0; column < Columns; column++)
        {
            Fill(wall, (column * width) + (width / 4), top + (high / 2), width / 2, high, Window);
        }
    }

    private int RowOf(double metres, BgrImage image) =>
        (int)Math.Clamp((calibration?.RowOf(metres) ?? 1 - (metres / Columns)) * image.Height, -image.Height, 2 * image.Height);

    private static void Fill(BgrImage image, int left, int top, int width, int height, byte value)
    {
        var (from, to) = (Math.Clamp(left, 0, image.Width), Math.Clamp(left + width, 0, image.Width));
        for (var y = Math.Max(0, top); y < Math.Min(image.Height, top + height); y++)
        {
            image.Pixels.AsSpan((y * image.Stride) + (from * 3), (to - from) * 3).Fill(value);
        }
    }

    /// <summary>Copies what fits.</summary>
    private static void Copy(BgrImage from, BgrImage to, int left, int top)
    {
        var (skip, start) = (Math.Max(0, -left), Math.Max(0, left));
        var width = Math.Min(from.Width - skip, to.Width - start);
        for (var y = 0; y < Math.Min(from.Height, to.Height - top); y++)
        {
            from.Span.Slice((y * from.Stride) + (skip * 3), width * 3).CopyTo(to.Pixels.AsSpan(((top + y) * to.Stride) + (start * 3)));
        }
    }
}
