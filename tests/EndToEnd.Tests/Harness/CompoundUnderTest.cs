using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Mqtt;

namespace EndToEnd.Tests.Harness;

/// <summary>
/// Broker, station and gateway as real processes on loopback, with all of their state in one folder that goes with them. Each part can
/// be killed, stopped and started again by itself.
/// </summary>
internal sealed class CompoundUnderTest : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private CompoundUnderTest(MosquittoBroker broker, CompoundSettings settings)
    {
        (Broker, Compound) = (broker, settings.Compound);
        File.WriteAllText(HardwareFile, settings.Hardware);
        Station = new ServicePart("Gateway.Cloud/Station", Write("station.json", StationSettings(), settings.Station), "station");
        Gateway = new ServicePart("Gateway.Edge", Write("gateway.json", GatewaySettings(), settings.Gateway), "gateway");
    }

    public MosquittoBroker Broker { get; }

    public ServicePart Station { get; }

    public ServicePart Gateway { get; }

    /// <summary>Id of the compound.</summary>
    public string Compound { get; }

    /// <summary>The gateway's hardware file.</summary>
    public string HardwareFile => _folder.File("hardware.json");

    /// <summary>The gateway's data directory.</summary>
    public string GatewayData => _folder.File("gateway");

    /// <summary>The station's data directory.</summary>
    public string StationData => _folder.File("station");

    /// <summary>The first officer's name and password, as the station has printed them.</summary>
    public (string Name, string Password) FirstLogin
    {
        get
        {
            const string Mark = "first log-in: ";
            var words = Station.Lines.Single(line => line.StartsWith(Mark, StringComparison.Ordinal))[Mark.Length..].Split(' ');
            return (words[0], words[1]);
        }
    }

    /// <summary>Starts the broker and writes the settings; station and gateway are the caller's to start.</summary>
    public static async Task<CompoundUnderTest> PrepareAsync(CompoundSettings settings) =>
        new(await MosquittoBroker.StartAsync(settings.Compound), settings);

    /// <summary>Starts all three; completes when station and gateway are ready.</summary>
    public static async Task<CompoundUnderTest> StartAsync(CompoundSettings settings, CancellationToken cancellationToken)
    {
        var compound = await PrepareAsync(settings);
        try
        {
            await compound.Station.StartAsync(cancellationToken);
            await compound.Gateway.StartAsync(cancellationToken);
            return compound;
        }
        catch
        {
            await compound.DisposeAsync();
            throw;
        }
    }

    /// <summary>A path in the compound's folder.</summary>
    public string PathOf(string name) => _folder.File(name);

    /// <summary>Runs one of the gateway's verbs to its end.</summary>
    public static Task<(int ExitCode, string Output)> GatewayVerbAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        ProductProcess.RunAsync("Gateway.Edge", arguments, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Station.DisposeAsync();
        await Broker.DisposeAsync();
        _folder.Dispose();
    }

    private static void Lay(JsonObject over, JsonObject settings)
    {
        foreach (var (key, value) in over)
        {
            if (value is JsonObject section && settings[key] is JsonObject present)
            {
                Lay(section, present);
            }
            else
            {
                settings[key] = value?.DeepClone();
            }
        }
    }

    private string Write(string name, JsonObject settings, JsonObject over)
    {
        Lay(over, settings);
        return _folder.Write(name, settings.ToJsonString(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private JsonObject StationSettings() => new()
    {
        [nameof(Station)] = new JsonObject { ["Id"] = Broker.Station, ["DataDirectory"] = StationData, ["Urls"] = "http://127.0.0.1:0" },
        ["Mqtt"] = Session(Broker.StationClient()),
    };

    private JsonObject GatewaySettings() => new()
    {
        [nameof(Gateway)] = new JsonObject
        {
            [nameof(Station)] = Broker.Station,
            [nameof(Compound)] = Compound,
            ["DataDirectory"] = GatewayData,
            [nameof(HardwareFile)] = HardwareFile,
            ["Urls"] = "http://127.0.0.1:0",
        },
        ["Mqtt"] = Session(Broker.Gateway(Compound)),
    };

    private static JsonNode Session(MqttOptions options) => JsonSerializer.SerializeToNode(options)!;
}
