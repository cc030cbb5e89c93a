using System.Diagnostics;

namespace EdgeGateway.Testing;

/// <summary>The demo's RTSP server on a free loopback port; ends with the test, or with the test process.</summary>
internal sealed class DemoRtspServer : IAsyncDisposable
{
    private readonly Process _process;

    private DemoRtspServer(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Such as <c>rtsp://127.0.0.1:8554</c>; a mount follows after a slash.</summary>
    public string Address { get; }

    /// <summary>The port it listens on.</summary>
    public int Port => new Uri(Address).Port;

    /// <summary>Serves each mount's file in a loop; files as <see cref="TestVideo"/> or <c>deploy/demo/make-video.sh</c> write them.</summary>
    public static async Task<DemoRtspServer> StartAsync(IReadOnlyDictionary<string, string> mounts, CancellationToken cancellationToken, int port = 0)
    {
        var script = Path.Combine(TestData.RepositoryRoot, "deploy", "demo", "rtsp-server.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, "--port", $"{port}", .. mounts.Select(mount => $"{mount.Key}={mount.Value}")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("python3 did not start.");
        var address = await process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        return new DemoRtspServer(process, address ?? throw new InvalidOperationException("The RTSP server ended: are python3-gi and gir1.2-gst-rtsp-server-1.0 installed?"));
    }

    /// <summary>Freezes the server: connections stay open and nothing comes any more.</summary>
    public Task FreezeAsync(CancellationToken cancellationToken) => ProcessSignal.SendAsync(_process.Id, "STOP", cancellationToken);

    /// <summary>Lets a frozen server go on.</summary>
    public Task ThawAsync(CancellationToken cancellationToken) => ProcessSignal.SendAsync(_process.Id, "CONT", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        _process.Dispose();
    }
}
