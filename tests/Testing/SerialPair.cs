using System.Diagnostics;

namespace EdgeGateway.Testing;

/// <summary>Two serial lines joined by socat: what goes into one comes out of the other.</summary>
internal sealed class SerialPair : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("serial-").FullName;
    private Process? _socat;

    public string Near => Path.Combine(_folder, "near");

    public string Far => Path.Combine(_folder, "far");

    public static async Task<SerialPair> StartAsync(CancellationToken cancellationToken)
    {
        var pair = new SerialPair();
        await pair.PlugAsync(cancellationToken);
        return pair;
    }

    /// <summary>Makes both lines; completes when they exist.</summary>
    public async Task PlugAsync(CancellationToken cancellationToken)
    {
        // -d -d makes socat say on standard error when both ends are there.
        var start = new ProcessStartInfo("socat", ["-d", "-d", $"pty,raw,echo=0,link={Near}", $"pty,raw,echo=0,link={Far}"]) { RedirectStandardError = true };
        _socat = Process.Start(start) ?? throw new InvalidOperationException("socat did not start.");
        while (await _socat.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.Contains("starting data transfer loop", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("socat ended before its lines were there.");
    }

    /// <summary>Pulls the adapter: both lines vanish.</summary>
    public async Task UnplugAsync()
    {
        if (_socat is { } socat)
        {
            socat.Kill();
            await socat.WaitForExitAsync();
            socat.Dispose();
            _socat = null;
        }

        File.Delete(Near);
        File.Delete(Far);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await UnplugAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
