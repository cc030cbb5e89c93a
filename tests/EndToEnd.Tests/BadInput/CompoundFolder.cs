using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using EndToEnd.Tests.Harness;

namespace EndToEnd.Tests.BadInput;

/// <summary>A gateway's files in a folder of the test's own: settings, hardware and data. No broker and no camera answer in it.</summary>
internal sealed class CompoundFolder : IDisposable
{
    public const string Project = "Gateway.Edge";

    private readonly TemporaryFolder _folder = new();

    public CompoundFolder()
    {
        File.WriteAllText(Hardware, """
            {
              "site": { "station": "hongqiao", "compound": "garden", "name": { "zh": "花园", "en": "Garden" } },
              "zones": [ { "id": "entrances", "name": { "zh": "出入口", "en": "Entrances" } } ],
              "buses": [ { "id": "doors", "kind": "simulated", "simulation": { "seed": 7 } } ],
              "devices": [ {
                "id": "gate-east", "kind": "face-gate", "name": { "zh": "东门", "en": "East gate" }, "zone": "entrances",
                "camera": { "url": "rtsp://127.0.0.1:1/east", "width": 640, "height": 360 }, "door": { "bus": "doors", "relay": 1, "contact": 1 } } ]
            }
            """);
        Settings = JsonNode.Parse($$"""
            {
              "Gateway": {
                "Station": "hongqiao", "Compound": "garden", "DataDirectory": "{{Data}}", "HardwareFile": "{{Hardware}}", "Urls": "http://127.0.0.1:0"
              },
              "Mqtt": {
                "Host": "127.0.0.1", "Port": 1, "ClientId": "gateway-garden", "CaFile": "{{Path("ca.crt")}}",
                "CertificateFile": "{{Path("gateway.crt")}}", "KeyFile": "{{Path("gateway.key")}}"
              }
            }
            """)!.AsObject();
    }

    /// <summary>Written to the file at each start.</summary>
    public JsonObject Settings { get; }

    public string Data => Path("data");

    public string Hardware => Path("hardware.json");

    public string Config => Path("gateway.json");

    public string Path(string name) => _folder.File(name);

    /// <summary>Starts the gateway with the settings as they stand.</summary>
    public ProductProcess Start()
    {
        File.WriteAllText(Config, Settings.ToJsonString());
        return ProductProcess.StartAssembly(Project, ["run", "--config", Config]);
    }

    /// <summary>Runs a start that is to fail, or any verb, to its end.</summary>
    public static Task<(int ExitCode, string Output)> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        ProductProcess.RunAsync(Project, arguments, cancellationToken);

    /// <summary>Starts the gateway, waits until it works, and stops it; returns what it said.</summary>
    public async Task<string> RunUntilReadyAsync(CancellationToken cancellationToken)
    {
        await using var gateway = Start();
        await ReadyAsync(gateway, cancellationToken);
        await gateway.StopAsync(TimeSpan.FromSeconds(30), cancellationToken);
        return string.Join('\n', gateway.Lines);
    }

    /// <summary>The address on which the gateway says it is ready.</summary>
    public static async Task<Uri> ReadyAsync(ProductProcess gateway, CancellationToken cancellationToken)
    {
        const string Words = "gateway ready: ";
        var line = await gateway.WaitForLineAsync(line => line.StartsWith(Words, StringComparison.Ordinal), TimeSpan.FromSeconds(60), cancellationToken);
        return new Uri(line[Words.Length..]);
    }

    public void Dispose() => _folder.Dispose();
}
