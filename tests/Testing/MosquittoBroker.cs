using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Contract.Pki;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Testing;

/// <summary>
/// A real mosquitto on an ephemeral loopback port with our own certificates and the product's own configuration from deploy/mosquitto.
/// Its folder goes when it is disposed.
/// </summary>
internal sealed class MosquittoBroker : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly List<string> _log = [];
    private Process? _process;

    private MosquittoBroker(string station, string directory)
    {
        Station = station;
        Folder = directory;
        Pki = new PkiDirectory(Path.Combine(directory, "pki"), TimeProvider.System);
    }

    public string Station { get; }

    /// <summary>The broker's own folder: pki/, data/.</summary>
    public string Folder { get; }

    public PkiDirectory Pki { get; }

    public int Port { get; private set; }

    /// <summary>The lines the broker has logged so far.</summary>
    public IReadOnlyList<string> Log
    {
        get
        {
            lock (_log)
            {
                return [.. _log];
            }
        }
    }

    /// <summary>Starts a broker of the station <c>hongqiao</c> with a certificate for each compound.</summary>
    public static Task<MosquittoBroker> StartAsync(params string[] compounds) => StartWithAsync(extra: "", compounds);

    /// <summary>Starts a broker whose configuration ends with <paramref name="extra"/> lines.</summary>
    public static async Task<MosquittoBroker> StartWithAsync(string extra, params string[] compounds)
    {
        var broker = new MosquittoBroker("hongqiao", Directory.CreateTempSubdirectory("mosquitto-").FullName);
        await broker.Pki.EnsureAsync(broker.Station, compounds, ["localhost", "127.0.0.1", "::1"], CancellationToken.None);
        for (var attempt = 1; ; attempt++)
        {
            broker.Port = FreePort();
            await broker.ConfigureAsync(extra);
            try
            {
                await broker.StartAgainAsync();
                return broker;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Somebody else took the port in between.
            }
        }
    }

    /// <summary>Starts the stopped broker on its port, with what it kept; completes when it listens.</summary>
    public async Task StartAgainAsync()
    {
        if (_process is not null)
        {
            throw new InvalidOperationException("The broker still runs.");
        }

        var start = new ProcessStartInfo("/usr/sbin/mosquitto") { RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(Path.Combine(Folder, "data", "mosquitto.conf"));
        var process = Process.Start(start) ?? throw new InvalidOperationException("mosquitto did not start.");
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, ready);
        process.BeginErrorReadLine();
        _process = process;
        if (!await ready.Task.WaitAsync(s_patience))
        {
            await KillAsync();
            throw new InvalidOperationException("mosquitto ended at once:\n" + string.Join('\n', Log.TakeLast(10)));
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync().WaitAsync(s_patience);
            process.Dispose();
            _process = null;
        }
    }

    /// <summary>Deletes what a stopped broker has kept: sessions, subscriptions, queues, retained messages.</summary>
    public void Forget()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "data"), "mosquitto.db*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Options of a gateway's session, with short delays.</summary>
    public MqttOptions Gateway(string compound) => Options("gateway-" + compound, Pki.Gateway(compound));

    /// <summary>Options of a station's session, with short delays.</summary>
    public MqttOptions StationClient(string clientId = "station-1") => Options(clientId, Pki.Station);

    /// <summary>A started session that is connected.</summary>
    public static async Task<MqttSession> ConnectAsync(MqttOptions options, params string[] filters)
    {
        var session = new MqttSession(options, TimeProvider.System, NullLogger<MqttSession>.Instance);
        foreach (var filter in filters)
        {
            session.Subscribe(filter);
        }

        session.Start();
        await session.WaitForChangeAsync(connected: false, CancellationToken.None).WaitAsync(s_patience);
        return session;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>A loopback port that nobody listens on just now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string DeployFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EdgeGateway.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("deploy/mosquitto was not found: the tests run outside of the repository.");
        }

        return Path.Combine(folder.FullName, "deploy", "mosquitto");
    }

    private MqttOptions Options(string clientId, PkiFiles own) => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        ClientId = clientId,
        CaFile = Pki.Authority.Certificate,
        CertificateFile = own.Certificate,
        KeyFile = own.Key,
        ReconnectDelay = TimeSpan.FromMilliseconds(50),
        MaximumReconnectDelay = TimeSpan.FromMilliseconds(500),
    };

    private async Task ConfigureAsync(string extra)
    {
        var data = Path.Combine(Folder, "data");
        string[] arguments =
        [
            Path.Combine(DeployFolder(), "configure.sh"), "--station", Station, "--pki", Path.Combine(Folder, "pki"), "--data", data,
            "--port", Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ];
        using var process = Process.Start(new ProcessStartInfo("bash", arguments) { RedirectStandardOutput = true, UseShellExecute = false })
            ?? throw new InvalidOperationException("bash did not start.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("deploy/mosquitto/configure.sh failed.");
        }

        await File.AppendAllTextAsync(Path.Combine(data, "mosquitto.conf"), extra);
    }

    private void Hear(string? line, TaskCompletionSource<bool> ready)
    {
        if (line is null)
        {
            ready.TrySetResult(false);
            return;
        }

        lock (_log)
        {
            _log.Add(line);
        }

        if (line.EndsWith(" running", StringComparison.Ordinal))
        {
            ready.TrySetResult(true);
        }
    }
}
