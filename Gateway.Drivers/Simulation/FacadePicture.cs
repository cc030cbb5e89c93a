using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Drivers.Simulation;

/// <summary>Paints a wall of windows, in the projection of its calibration where it has one. What belongs to a window is decided by a seed.</summary>
internal static class FacadePicture
{
    /// <summary>Columns of windows, from edge to edge.</summary>
    public const int Columns = 12;

    private const byte Wall = 150;
    private const byte Sill = 205;
    private const byte Frame = 185;

    public static void Paint(SceneCanvas canvas, FacadeCalibration? calibration, Random random)
    {
        canvas.Pixels.Fill(Wall);
        for (var floor = 1; floor <= (calibration?.Building.Floors ?? Columns); floor++)
        {
            PaintFloor(canvas, calibration, floor, random);
        }

        Roughen(canvas, random);
    }

    private static void PaintFloor(SceneCanvas canvas, FacadeCalibration? calibration, int floor, Random random)
    {
        var step = calibration?.Building.FloorHeight ?? 1;
        var (top, bottom) = (RowOf(floor * step, canvas, calibration), RowOf((floor - 1) * step, canvas, calibration));
        canvas.Fill(0, bottom, canvas.Width, 1, Sill);
        var (high, wide) = (Math.Max(1, (bottom - top) / 2), canvas.Width / Columns);
        for (var column = 0; column < Columns; column++)
        {
            PaintWindow(canvas, (column * wide) + (wide / 4), top + (high / 2), wide / 2, high, random);
        }
    }

    /// <summary>A pane, sometimes with a curtain, in a frame; sometimes with the box of an air conditioner below.</summary>
    private static void PaintWindow(SceneCanvas canvas, int left, int top, int wide, int high, Random random)
    {
        var pane = (byte)random.Next(62, 112);
        canvas.Fill(left - 1, top - 1, wide + 2, high + 2, Frame);
        canvas.Fill(left, top, wide, high, pane);
        if (random.Next(3) == 0)
        {
            canvas.Fill(left, top, wide / 3, high, (byte)(pane + random.Next(15, 60)));
        }

        canvas.Fill(left + (wide / 2), top, 1, high, Frame);
        if (random.Next(4) == 0)
        {
            canvas.Fill(left, top + high + 2, wide / 3, Math.Max(1, high / 4), (byte)random.Next(165, 200));
        }
    }

    /// <summary>Plaster and dirt: no two neighbours are quite alike.</summary>
    private static void Roughen(SceneCanvas canvas, Random random)
    {
        for (var at = 0; at < canvas.Pixels.Length; at += canvas.Channels)
        {
            var value = (byte)Math.Clamp(canvas.Pixels[at] + random.Next(-4, 5), SensorNoise.Darkest, SensorNoise.Brightest);
            canvas.Pixels.Slice(at, canvas.Channels).Fill(value);
        }
    }

    private static int RowOf(double metres, SceneCanvas canvas, FacadeCalibration? calibration) =>
        (int)Math.Clamp((calibration?.RowOf(metres) ?? 1 - (metres / Columns)) * canvas.Height, -canvas.Height, 2 * canvas.Height);
}
