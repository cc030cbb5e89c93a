using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Harness;
using EndToEnd.Tests.Reliability;
using Gateway.Cloud.Contract.Events;

namespace EndToEnd.Tests.Vehicles;

/// <summary>A compound with one barrier and its plate camera in software. Broker, station and gateway are real processes.</summary>
internal sealed class GateCompound : IAsyncDisposable
{
    public const string Barrier = "barrier-east";

    private const string Hardware = """
        {
          "site": { "station": "hongqiao", "compound": "trial-garden", "name": { "zh": "试验小区", "en": "Trial garden" } },
          "buses": [ { "id": "field", "kind": "simulated" } ],
          "devices": [
            {
              "id": "barrier-east", "kind": "vehicle-barrier", "name": { "zh": "东门道闸", "en": "East barrier" },
              "camera": { "url": "simulated:", "width": 960, "height": 540, "framesPerSecond": 10 },
              "arm": { "bus": "field", "up": 1, "down": 2, "isUp": 1, "isDown": 2, "openFor": "00:00:40" },
              "safety": { "bus": "field", "loop": 3, "beam": 4 },
              "lane": { "direction": "in", "bus": "field", "approach": 5 }
            }
          ]
        }
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly DataFile _station;
    private readonly DataFile _journal;

    private GateCompound(CompoundUnderTest parts)
    {
        Parts = parts;
        _station = new DataFile(Path.Combine(parts.StationData, "station.db"));
        _journal = new DataFile(Path.Combine(parts.GatewayData, "journal", "journal.db"));
    }

    public CompoundUnderTest Parts { get; }

    /// <summary>Starts all three; before the gateway starts these verbs set up its registry, and from its start on these vehicles come.</summary>
    public static async Task<GateCompound> StartAsync(string[][] verbs, JsonObject[] vehicles, CancellationToken cancellationToken)
    {
        var compound = new GateCompound(await CompoundUnderTest.PrepareAsync(new CompoundSettings { Hardware = Hardware }));
        try
        {
            foreach (var verb in verbs)
            {
                var (exitCode, output) = await CompoundUnderTest.GatewayVerbAsync(["vehicles", .. verb, "--data", compound.Parts.GatewayData], cancellationToken);
                Assert.True(exitCode == 0, output);
            }

            var scenario = new JsonObject { ["events"] = new JsonArray([.. vehicles]) };
            await File.WriteAllTextAsync(compound.Parts.PathOf("scenario.json"), scenario.ToJsonString(), cancellationToken);
            compound.Parts.Gateway.Environment["Drivers__Scenario"] = compound.Parts.PathOf("scenario.json");
            await compound.Parts.Station.StartAsync(cancellationToken);
            await compound.Parts.Gateway.StartAsync(cancellationToken);
            return compound;
        }
        catch
        {
            await compound.DisposeAsync();
            throw;
        }
    }

    /// <summary>A vehicle that comes so long after the gateway's start.</summary>
    public static JsonObject Vehicle(double seconds, string plate, double dirt = 0) => new()
    {
        ["at"] = TimeSpan.FromSeconds(seconds).ToString("c"),
        ["target"] = Barrier,
        ["do"] = "vehicle",
        ["for"] = "00:02:00",
        ["vehicle"] = new JsonObject { ["plate"] = plate, ["dirt"] = dirt },
    };

    /// <summary>What the journal has of vehicles, oldest first, once it is as wanted.</summary>
    public Task<IReadOnlyList<VehicleData>> RecordsAsync(Func<IReadOnlyList<VehicleData>, bool> wanted, CancellationToken cancellationToken) =>
        Eventually.BecomesAsync(
            () => _journal.Look(
                "SELECT data FROM record WHERE kind = 'vehicle' ORDER BY sequence",
                row => JsonSerializer.Deserialize<VehicleData>(row.GetFieldValue<byte[]>(0), JsonSerializerOptions.Web)!),
            wanted, s_patience, Describe, cancellationToken);

    /// <summary>Codes and plates of the vehicles that the station has stored, oldest first, once they are as wanted.</summary>
    public Task<IReadOnlyList<VehicleData>> StoredAsync(Func<IReadOnlyList<VehicleData>, bool> wanted, CancellationToken cancellationToken) =>
        Eventually.BecomesAsync(
            () => _station.Look(
                "SELECT data FROM events WHERE kind = 'vehicle' ORDER BY sequence", row => JsonSerializer.Deserialize<VehicleData>(row.GetString(0), JsonSerializerOptions.Web)!),
            wanted, s_patience, Describe, cancellationToken);

    /// <summary>The station's alerts of vehicles once they are as wanted: headline, priority, and pictures that have arrived.</summary>
    public Task<IReadOnlyList<(string Headline, int Priority, int Pictures)>> AlertsAsync(
        Func<IReadOnlyList<(string Headline, int Priority, int Pictures)>, bool> wanted, CancellationToken cancellationToken) =>
        Eventually.BecomesAsync(
            () => _station.Look(
                """
                SELECT headline_zh, priority,
                    (SELECT count(*) FROM alert_media JOIN media ON media.sha256 = alert_media.sha256 AND media.stored IS NOT NULL WHERE alert = alerts.id AND role = 'vehicle')
                FROM alerts WHERE kind = 'vehicle' ORDER BY id
                """,
                row => (row.GetString(0), row.GetInt32(1), row.GetInt32(2))),
            wanted, s_patience, alerts => $"the station has {string.Join(", ", alerts)}\n{Parts.Gateway.Process.Tail}", cancellationToken);

    public ValueTask DisposeAsync() => Parts.DisposeAsync();

    private string Describe(IReadOnlyList<VehicleData> records) =>
        $"{string.Join('\n', records.Select(record => $"{record.Code} {record.Plate} {record.Outcome} {record.Confidence} {record.Reason.En}"))}\n{Parts.Gateway.Process.Tail}";
}
