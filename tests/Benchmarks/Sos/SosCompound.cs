using System.Diagnostics;
using System.Text.Json;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Benchmarks.Sos;

/// <summary>
/// Two alarm streetlights on a simulated bus: broker with mutual TLS and station as processes of their own, the gateway in this process so
/// that button and lamp carry timestamps of one clock. Everything goes with it.
/// </summary>
internal sealed class SosCompound : IAsyncDisposable
{
    /// <summary>Id of the compound.</summary>
    public const string Name = "garden";

    /// <summary>The light whose button is pressed.</summary>
    public const string Pressed = "light-1";

    /// <summary>Its neighbour.</summary>
    public const string Neighbour = "light-2";

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly string _folder;
    private readonly MosquittoBroker _broker;
    private readonly Process _station;

    private SosCompound(string folder, MosquittoBroker broker, Process station, WebApplication gateway) =>
        (_folder, _broker, _station, Gateway) = (folder, broker, station, gateway);

    /// <summary>The gateway.</summary>
    public WebApplication Gateway { get; }

    /// <summary>The station's database, for reading.</summary>
    public string StationFile => Path.Combine(_folder, "station", "station.db");

    /// <summary>Completes when all three are ready.</summary>
    public static async Task<SosCompound> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("sos-benchmark-").FullName;
        var broker = await MosquittoBroker.StartAsync(Name);
        var station = await StartStationAsync(Write(folder, "station.json", new
        {
            Station = new { Id = broker.Station, DataDirectory = Path.Combine(folder, "station"), Urls = "http://127.0.0.1:0" },
            Mqtt = Session(broker.StationClient()),
        }));
        var gateway = GatewayHost.Build(
            Write(folder, "gateway.json", new
            {
                Gateway = new
                {
                    broker.Station,
                    Compound = Name,
                    DataDirectory = Path.Combine(folder, "gateway"),
                    HardwareFile = Write(folder, "hardware.json", Hardware(broker.Station)),
                    Urls = $"http://127.0.0.1:{MosquittoBroker.FreePort()}",
                },
                Mqtt = Session(broker.Gateway(Name)),
            }),
            builder => builder.Logging.ClearProviders());
        await gateway.StartAsync();
        return new SosCompound(folder, broker, station, gateway);
    }

    public async ValueTask DisposeAsync()
    {
        await Gateway.StopAsync();
        await Gateway.DisposeAsync();
        _station.Kill();
        await _station.WaitForExitAsync();
        _station.Dispose();
        await _broker.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task<Process> StartStationAsync(string config)
    {
        var program = Path.Combine(Repository.Root, "Gateway.Cloud", "Station", "bin", "Release", "net10.0", "Gateway.Cloud.Station.dll");
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "run", "--config", config]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("The station did not start.");
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException("The station ended before it was ready."));
            }
            else if (line.Data.StartsWith("station ready: ", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        await ready.Task.WaitAsync(s_patience);
        return process;
    }

    private static object Hardware(string station) => new
    {
        site = new { station, compound = Name, name = new { zh = "花园", en = "Garden" } },
        buses = new[] { new { id = "poles", kind = "simulated" } },
        devices = new[]
        {
            new { id = Pressed, kind = "alarm-streetlight", name = new { zh = "一号灯", en = "Light 1" }, bus = "poles", button = 1, tamper = 2, lamp = 3, strobe = 4 },
            new { id = Neighbour, kind = "alarm-streetlight", name = new { zh = "二号灯", en = "Light 2" }, bus = "poles", button = 11, tamper = 12, lamp = 13, strobe = 14 },
        },
    };

    private static object Session(MqttOptions options) =>
        new { options.Host, options.Port, options.ClientId, options.CaFile, options.CertificateFile, options.KeyFile };

    private static string Write(string folder, string name, object settings)
    {
        var path = Path.Combine(folder, name);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        JsonSerializer.Serialize(file, settings);
        return path;
    }
}
