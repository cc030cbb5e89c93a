using System.Globalization;
using System.Runtime.CompilerServices;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>
/// Turns this test program into a process that only reads a camera, where the environment asks for it: the process that a test kills.
/// </summary>
internal static class CameraHost
{
    public const string Variable = "DRIVERS_TEST_CAMERA";

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } url)
        {
            RunAsync(url).GetAwaiter().GetResult();
        }
    }

    private static async Task RunAsync(string url)
    {
        var source = new FfmpegVideoSource(RunningCamera.Settings(url) with { Loop = true }, TimeProvider.System, new Random(1));
        await source.RunAsync(
            async status =>
            {
                if (status.Code == "ok")
                {
                    await Console.Out.WriteLineAsync(source.ChildId.ToString(CultureInfo.InvariantCulture));
                }
            },
            CancellationToken.None);
    }
}
