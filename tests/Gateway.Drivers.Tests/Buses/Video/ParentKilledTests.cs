using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Video;

public sealed class ParentKilledTests
{
    [Fact(Timeout = 120_000)]
    public async Task Child_ends_soon_after_its_parent_is_killed()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var video = await TestVideo.MakeAsync(folder.Path, cancelled);
        var start = new ProcessStartInfo("dotnet", [typeof(ParentKilledTests).Assembly.Location]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[CameraHost.Variable] = video;
        using var parent = Process.Start(start)!;
        var line = await parent.StandardOutput.ReadLineAsync(cancelled);
        using var child = Process.GetProcessById(int.Parse(line!, CultureInfo.InvariantCulture));
        Assert.Equal("ffmpeg", child.ProcessName);

        await ProcessSignal.SendAsync(parent.Id, "KILL", cancelled);
        await parent.WaitForExitAsync(cancelled);
        await child.WaitForExitAsync(cancelled);
        Assert.True(child.HasExited);
    }
}
