using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Onvif;

/// <summary>The npm onvif client as a child process; it ends with the test.</summary>
internal sealed class OnvifPeer : IAsyncDisposable
{
    private readonly Process _process;

    private OnvifPeer(Process process) => _process = process;

    public static async Task<OnvifPeer> StartAsync(Uri device, string user, string password)
    {
        var script = Path.Combine(TestData.RepositoryRoot, "tests", "Gateway.Drivers.Tests", "Buses", "Onvif", "onvif-client.js");
        var process = Process.Start(new ProcessStartInfo("node", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("node did not start.");
        var login = new { hostname = device.Host, port = device.Port.ToString(CultureInfo.InvariantCulture), username = user, password };
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(login));
        await process.StandardInput.FlushAsync();
        return new OnvifPeer(process);
    }

    /// <summary>The next thing it says of this kind.</summary>
    public async Task<JsonElement> UntilAsync(string what, CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            using var said = JsonDocument.Parse(line);
            if (said.RootElement.GetProperty("what").GetString() is { } kind && (kind == what || kind == "error"))
            {
                Assert.True(kind == what, line);
                return said.RootElement.Clone();
            }
        }

        throw new InvalidOperationException($"The client ended before it said {what}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
