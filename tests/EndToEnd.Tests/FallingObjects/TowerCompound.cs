using System.Text.Json;
using System.Text.Json.Nodes;
using EndToEnd.Tests.Harness;
using EndToEnd.Tests.Reliability;
using Gateway.Cloud.Contract.Events;

namespace EndToEnd.Tests.FallingObjects;

/// <summary>A compound with one camera before a tower. Broker, station and gateway are real processes.</summary>
internal sealed class TowerCompound : IAsyncDisposable
{
    public const string Camera = "tower-1";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly DataFile _station;
    private readonly DataFile _journal;

    private TowerCompound(CompoundUnderTest parts)
    {
        Parts = parts;
        _station = new DataFile(Path.Combine(parts.StationData, "station.db"));
        _journal = new DataFile(Path.Combine(parts.GatewayData, "journal", "journal.db"));
    }

    public CompoundUnderTest Parts { get; }

    /// <summary>Starts all three with a camera in software before which things fall at these times after the gateway's start.</summary>
    public static async Task<TowerCompound> StartSimulatedAsync((double Seconds, int Floor)[] falls, CancellationToken cancellationToken)
    {
        var facade = """
            { "region": [{ "x": 0.08, "y": 0 }, { "x": 0.92, "y": 0 }, { "x": 0.92, "y": 0.96 }, { "x": 0.08, "y": 0.96 }],
              "floors": 18, "floorHeight": 2.9, "placement": { "tilt": 32, "height": 3.5, "distance": 28, "fieldOfView": 48 } }
            """;
        var compound = new TowerCompound(await CompoundUnderTest.PrepareAsync(new CompoundSettings
        {
            Hardware = HardwareOf("""{ "url": "simulated:", "width": 640, "height": 360 }""", facade),
        }));
        var scenario = new JsonObject
        {
            ["events"] = new JsonArray([.. falls.Select(fall => new JsonObject
            {
                ["at"] = TimeSpan.FromSeconds(fall.Seconds).ToString("c"), ["target"] = Camera, ["do"] = "fall", ["value"] = fall.Floor,
            })]),
        };
        await File.WriteAllTextAsync(compound.Parts.PathOf("scenario.json"), scenario.ToJsonString(), cancellationToken);
        compound.Parts.Gateway.Environment["Drivers__Scenario"] = compound.Parts.PathOf("scenario.json");
        return await StartAsync(compound, cancellationToken);
    }

    /// <summary>Starts all three with a camera that records and whose stream is this one.</summary>
    public static async Task<TowerCompound> StartRecordedAsync(Uri stream, TowerVideo video, CancellationToken cancellationToken)
    {
        var camera = new JsonObject
        {
            ["url"] = stream.ToString(),
            ["width"] = TowerVideo.Width,
            ["height"] = TowerVideo.Height,
            ["framesPerSecond"] = TowerVideo.Rate,
            ["recording"] = new JsonObject { ["segment"] = "00:00:01", ["keep"] = "00:02:00", ["maxMegabytes"] = 64 },
        };
        return await StartAsync(
            new TowerCompound(await CompoundUnderTest.PrepareAsync(new CompoundSettings { Hardware = HardwareOf(camera.ToJsonString(), video.Facade) })), cancellationToken);
    }

    /// <summary>The journal's records of falls in a phase, oldest first, once there are enough.</summary>
    public Task<IReadOnlyList<RecordedFall>> RecordsAsync(FallingObjectPhase phase, int count, CancellationToken cancellationToken) =>
        Eventually.BecomesAsync(
            () => _journal.Look(
                "SELECT data, media, time FROM record WHERE kind = 'falling-object' AND json_extract(data, '$.phase') = $phase ORDER BY sequence",
                row => RecordedFall.Of(row.GetFieldValue<byte[]>(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero)),
                ("$phase", phase.ToString())),
            falls => falls.Count >= count, s_patience, falls => $"{falls.Count} of {count} in phase {phase}\n{Parts.Gateway.Process.Tail}", cancellationToken);

    /// <summary>The station's alerts of falls, oldest first, once they are as wanted.</summary>
    public Task<IReadOnlyList<StoredAlert>> AlertsAsync(Func<IReadOnlyList<StoredAlert>, bool> wanted, CancellationToken cancellationToken) =>
        Eventually.BecomesAsync(
            () => _station.Look(
                """
                SELECT id, incident, count, headline_en, (SELECT count(*) FROM alert_media WHERE alert = alerts.id AND role = 'still'),
                    (SELECT count(*) FROM alert_media JOIN media ON media.sha256 = alert_media.sha256 AND media.stored IS NOT NULL WHERE alert = alerts.id),
                    (SELECT count(*) FROM alert_media JOIN media ON media.sha256 = alert_media.sha256 AND media.stored IS NOT NULL WHERE alert = alerts.id AND role = 'clip')
                FROM alerts WHERE kind = 'falling-object' ORDER BY id
                """,
                row => new StoredAlert(row.GetInt64(0), row.GetString(1), row.GetInt32(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6))),
            wanted, s_patience, alerts => $"the station has {string.Join(", ", alerts)}\n{Parts.Station.Process.Tail}\n{Parts.Gateway.Process.Tail}", cancellationToken);

    /// <summary>Walks the stopped gateway's chain: nothing is wrong, and so many media at least are what their names promise.</summary>
    public async Task VerifyAsync(int media, CancellationToken cancellationToken)
    {
        var (exitCode, output) = await CompoundUnderTest.GatewayVerbAsync(["journal", "verify", "--json", "--data", Parts.GatewayData], cancellationToken);
        Assert.True(exitCode == 0, output);
        var report = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]).RootElement;
        Assert.True(report.GetProperty("media").GetInt64() >= media, output);
    }

    public ValueTask DisposeAsync() => Parts.DisposeAsync();

    private static async Task<TowerCompound> StartAsync(TowerCompound compound, CancellationToken cancellationToken)
    {
        try
        {
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

    private static string HardwareOf(string camera, string facade) => $$"""
        {
          "site": { "station": "hongqiao", "compound": "trial-garden", "name": { "zh": "试验小区", "en": "Trial garden" } },
          "zones": [ { "id": "garden", "name": { "zh": "园区", "en": "Garden" } } ],
          "buses": [],
          "devices": [
            {
              "id": "{{Camera}}", "kind": "falling-object-camera", "name": { "zh": "1 号楼南立面", "en": "Tower 1, south facade" }, "zone": "garden",
              "camera": {{camera}}, "facade": {{facade}}
            }
          ]
        }
        """;

    /// <summary>A fall as the journal has it.</summary>
    internal sealed record RecordedFall(FallingObjectData Data, IReadOnlyList<MediaReference> Media, DateTimeOffset Time)
    {
        /// <summary>From the end of the fall to its record.</summary>
        public TimeSpan Latency => Time - Data.EndedAt;

        public static RecordedFall Of(byte[] data, byte[]? media, DateTimeOffset time) => new(
            JsonSerializer.Deserialize<FallingObjectData>(data, JsonSerializerOptions.Web)!,
            media is null ? [] : JsonSerializer.Deserialize<MediaReference[]>(media, JsonSerializerOptions.Web)!,
            time);
    }

    /// <summary>An alert as the station has it.</summary>
    internal sealed record StoredAlert(long Id, string Incident, int Count, string Headline, int Stills, int MediaThere, int Clips);
}
