using System.Diagnostics;
using System.Globalization;

namespace EdgeGateway.Testing;

/// <summary>The demo's camera server on an ephemeral port of loopback; it ends with the test, whatever happens to the test.</summary>
internal sealed class DemoRtspServer : IAsyncDisposable
{
    private const string Ready = "rtsp ready: ";

    private readonly Process _process;
    private readonly Task<string> _errors;

    private DemoRtspServer(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Base of every stream's address, without a final slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>
    /// Serves each file under its mount's name, to those alone who know the login where <paramref name="loginFile"/> holds one; returns when
    /// clients can connect.
    /// </summary>
    /// <exception cref="InvalidOperationException">The server ended instead; carries what it said.</exception>
    public static async Task<DemoRtspServer> StartAsync(
        IReadOnlyDictionary<string, string> mounts, CancellationToken cancellationToken, int port = 0, string? loginFile = null)
    {
        var script = Path.Combine(TestData.RepositoryRoot, "deploy", "demo", "rtsp-server.py");
        string[] login = loginFile is null ? [] : ["--login-file", loginFile];
        var start = new ProcessStartInfo(script, ["--port", $"{port}", "--exit-with-stdin", .. login, .. mounts.Select(mount => $"--mount={mount.Key}={mount.Value}")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var server = new DemoRtspServer(Process.Start(start) ?? throw new InvalidOperationException($"{script} did not start."));
        try
        {
            server.Address = await server.ReadAddressAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The port it listens on.</summary>
    public int Port => new Uri(Address).Port;

    /// <summary>Freezes the server: connections stay open and nothing comes any more.</summary>
    public Task FreezeAsync(CancellationToken cancellationToken) => ProcessSignal.SendAsync(_process.Id, "STOP", cancellationToken);

    /// <summary>Lets a frozen server go on.</summary>
    public Task ThawAsync(CancellationToken cancellationToken) => ProcessSignal.SendAsync(_process.Id, "CONT", cancellationToken);

    /// <summary>The address of one stream.</summary>
    public Uri Stream(string mount) => new($"{Address}/{mount}");

    /// <summary>SIGTERM; returns the exit code.</summary>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Closes the server's standard input, as the end of its parent does; returns the exit code.</summary>
    public async Task<int> AbandonAsync(CancellationToken cancellationToken)
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        await _errors;
        _process.Dispose();
    }

    private async Task<string> ReadAddressAsync(CancellationToken cancellationToken)
    {
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Ready, StringComparison.Ordinal))
            {
                return line[Ready.Length..];
            }
        }

        throw new InvalidOperationException($"The RTSP server ended before it was ready: {await _errors}");
    }
}
