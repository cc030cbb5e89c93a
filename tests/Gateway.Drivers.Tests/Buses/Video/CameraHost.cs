using System.Globalization;
using System.Runtime.CompilerServices;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>
/// Turns this test program into a process that only reads a camera, where the environment asks for it: the process that a test kills.
/// Its limits are minutes away, so that no time-out ends its child.
/// </summary>
internal static class CameraHost
{
    public const string Variable = "DRIVERS_TEST_CAMERA";

    /// <summary>Folder of a ring, where the camera is to be recorded.</summary>
    public const string RingVariable = "DRIVERS_TEST_RING";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url)
        {
            Run(url);
        }
    }

    /// <summary>Stays on its thread: while a module initializer runs, other threads wait when they come to this module.</summary>
    private static void Run(string url)
    {
        var settings = RunningCamera.Settings(url) with { ConnectWithin = Limit, StallAfter = Limit };
        if (Environment.GetEnvironmentVariable(RingVariable) is { Length: > 0 } ring)
        {
            settings = settings with { Recording = new RecordingSettings { Folder = ring, Segment = TimeSpan.FromSeconds(1), ReserveBytes = 0 } };
        }

        var source = new FfmpegVideoSource(settings, TimeProvider.System, new Random(1));
        var run = source.RunAsync(static _ => ValueTask.CompletedTask, CancellationToken.None);
        SpinWait.SpinUntil(() => source.ChildId != 0);
        Console.Out.WriteLine(source.ChildId.ToString(CultureInfo.InvariantCulture));
        run.GetAwaiter().GetResult();
    }
}
