using System.Globalization;

namespace EndToEnd.Tests.Harness;

/// <summary>The station or the gateway: a program with a settings file that can be started, stopped and killed again and again.</summary>
internal sealed class ServicePart(string project, string configFile, string name) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    private readonly List<string> _earlier = [];
    private ProductProcess? _process;

    public string ConfigFile => configFile;

    /// <summary>Environment of the next start.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public bool Running => _process is { HasExited: false };

    /// <summary>The present process; fails where none was started.</summary>
    public ProductProcess Process => _process ?? throw new InvalidOperationException($"The {name} was not started.");

    /// <summary>Where it listens; asks the newest start.</summary>
    /// <remarks>Known once <see cref="ReadyAsync"/> has completed.</remarks>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>Every line of every start so far.</summary>
    public IEnumerable<string> Lines => _earlier.Concat(_process?.Lines ?? []);

    /// <summary>Starts it and completes when it says that it is ready.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Launch();
        await ReadyAsync(cancellationToken);
    }

    /// <summary>Starts it and does not wait, so that it can be killed while it starts.</summary>
    public void Launch()
    {
        if (Running)
        {
            throw new InvalidOperationException($"The {name} still runs.");
        }

        _process = ProductProcess.StartAssembly(project, ["run", "--config", configFile], Environment);
    }

    /// <summary>Completes when it says that it is ready.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"{name} ready: ");
        var line = await Process.WaitForLineAsync(said => said.StartsWith(mark, StringComparison.Ordinal), s_patience, cancellationToken);
        Address = new Uri(line[mark.Length..]);
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        await Process.KillAsync(cancellationToken);
        await ForgetAsync();
    }

    /// <summary>SIGTERM; returns the exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        await Process.StopAsync(s_patience, cancellationToken);
        var code = Process.ExitCode;
        await ForgetAsync();
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task ForgetAsync()
    {
        if (_process is { } process)
        {
            _earlier.AddRange(process.Lines);
            _process = null;
            await process.DisposeAsync();
        }
    }
}
