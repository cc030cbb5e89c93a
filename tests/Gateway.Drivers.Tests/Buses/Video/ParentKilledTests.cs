using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Video;

public sealed class ParentKilledTests
{
    /// <summary>The camera is mute and every limit is minutes away: neither a broken pipe nor a time-out ends the child, only the kernel.</summary>
    [Fact(Timeout = 120_000)]
    public async Task Gateway_killed_outright_leaves_no_FFmpeg_behind_even_if_the_camera_is_mute()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var mute = new TcpListener(IPAddress.Loopback, 0);
        mute.Start();
        var start = new ProcessStartInfo("dotnet", [typeof(ParentKilledTests).Assembly.Location]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment[CameraHost.Variable] = $"rtsp://{mute.LocalEndpoint}/camera";
        using var parent = Process.Start(start)!;
        try
        {
            var line = await parent.StandardOutput.ReadLineAsync(cancelled);
            using var child = Process.GetProcessById(int.Parse(line!, CultureInfo.InvariantCulture));
            using var connection = await mute.AcceptTcpClientAsync(cancelled);
            Assert.Equal("ffmpeg", child.ProcessName);

            await ProcessSignal.SendAsync(parent.Id, "KILL", cancelled);
            await child.WaitForExitAsync(cancelled);
            Assert.True(child.HasExited);
        }
        finally
        {
            parent.Kill();
        }
    }
}
