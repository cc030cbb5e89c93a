using System.Globalization;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Motion;

namespace EdgeGateway.Benchmarks.Falling;

/// <summary>Detection of falling objects: speed beside OpenCV's MOG2 on the same frames, memory of a camera, and what is found.</summary>
internal static class FallingBenchmark
{
    private static readonly FallDetectorFactory s_detectors = new(new FallSettings(), new MotionSettings());

    /// <summary>Arguments: number of synthetic falls and hours without one, by default all there are.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (clips, hours) = (500, 10.0);
        if (arguments.Length > 2
            || (arguments.Length > 0 && !(int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out clips) && clips is >= 0 and <= 500))
            || (arguments.Length > 1 && !(double.TryParse(arguments[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out hours) && hours is >= 0 and <= 10)))
        {
            await Console.Error.WriteLineAsync("falling [CLIPS [HOURS]]: at most 500 synthetic clips with falls, at most 10 hours of clips without.");
            return 2;
        }

        var held = DetectorSpeed.Measure(s_detectors);
        held &= await FallTables.RealAsync(s_detectors);
        held &= await FallTables.SyntheticAsync(s_detectors, clips, hours);
        return held ? 0 : 1;
    }
}
