using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using EndToEnd.Tests.Harness;
using Gateway.Cloud.Contract;

namespace EndToEnd.Tests.BadInput;

/// <summary>Malformed, oversized and retained messages from a client with the right certificate, at a real broker, to both running programs.</summary>
public sealed class BadMessageTests : IDisposable
{
    private const string Compound = "garden";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly CompoundFolder _compound = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Unusable_messages_to_both_sides_stop_nothing_and_events_still_arrive()
    {
        await using var broker = await MosquittoBroker.StartAsync(Compound);
        _compound.Settings["Mqtt"] = JsonSerializer.SerializeToNode(broker.Gateway(Compound));
        await using var station = await StartStationAsync(broker);
        await SpoilAsync(broker);
        await using (var first = _compound.Start())
        {
            await DrainedAsync(first);
            await SpoilAsync(broker);
            await first.StopAsync(TimeSpan.FromSeconds(30), Cancelled);
        }

        // Its start and its camera make new events, which have to pass what is retained now.
        await using var second = _compound.Start();
        await DrainedAsync(second);

        Assert.False(station.HasExited, station.Tail);
        Assert.DoesNotContain("   at ", string.Join('\n', [.. station.Lines, .. second.Lines]), StringComparison.Ordinal);
    }

    public void Dispose() => _compound.Dispose();

    /// <summary>All that the gateway has recorded is receipted by the station.</summary>
    private static async Task DrainedAsync(ProductProcess gateway)
    {
        using var client = new HttpClient { BaseAddress = await CompoundFolder.ReadyAsync(gateway, Cancelled) };
        await gateway.WaitForLineAsync(line => line.Contains("The uplink goes on", StringComparison.Ordinal), Patience, Cancelled);
        for (var settled = 0; settled < 3;)
        {
            var health = JsonNode.Parse(await client.GetStringAsync(new Uri("/healthz", UriKind.Relative), Cancelled))!;
            var well = health["station"]!.GetValue<string>() == "connected" && health["backlog"]!.GetValue<long>() == 0;
            settled = well ? settled + 1 : 0;
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Cancelled);
        }
    }

    private async Task<ProductProcess> StartStationAsync(MosquittoBroker broker)
    {
        var config = _compound.Path("station.json");
        await File.WriteAllTextAsync(
            config,
            JsonSerializer.Serialize(new
            {
                Station = new { Id = broker.Station, DataDirectory = _compound.Path("station"), Urls = "http://127.0.0.1:0" },
                Mqtt = broker.StationClient(),
            }),
            Cancelled);
        var station = ProductProcess.StartAssembly("Gateway.Cloud/Station", ["run", "--config", config]);
        await station.WaitForLineAsync(line => line.StartsWith("station ready", StringComparison.Ordinal), Patience, Cancelled);
        return station;
    }

    private async Task SpoilAsync(MosquittoBroker broker)
    {
        var large = _compound.Path("large");
        await File.WriteAllBytesAsync(large, new byte[3 * 1024 * 1024], Cancelled);
        var events = Topics.Event(broker.Station, Compound, "passage");
        var gateway = broker.Pki.Gateway(Compound);
        await PublishAsync(broker, gateway.Certificate, gateway.Key, events, "-m", "{ not json");
        await PublishAsync(broker, gateway.Certificate, gateway.Key, events, "-r", "-m", """{"specversion":"1.0","id":7}""");
        await PublishAsync(broker, gateway.Certificate, gateway.Key, events, "-f", large);
        await PublishAsync(broker, gateway.Certificate, gateway.Key, Topics.Media(broker.Station, Compound, "no-hash"), "-m", "x");
        await PublishAsync(broker, gateway.Certificate, gateway.Key, Topics.State(broker.Station, Compound), "-m", "[]");
        var own = broker.Pki.Station;
        await PublishAsync(broker, own.Certificate, own.Key, Topics.Receipt(broker.Station, Compound), "-r", "-m", "{ not json");
        await PublishAsync(broker, own.Certificate, own.Key, Topics.Receipt(broker.Station, Compound), "-m", """{"watermark":999999}""");
        await PublishAsync(broker, own.Certificate, own.Key, Topics.Receipt(broker.Station, Compound), "-f", large);
        await PublishAsync(broker, own.Certificate, own.Key, Topics.Command(broker.Station, Compound, "open"), "-n");
    }

    // Whether the broker takes or refuses a message is its own affair; what matters is that both programs live through it.
    private static async Task PublishAsync(MosquittoBroker broker, string certificate, string key, string topic, params string[] message)
    {
        var port = broker.Port.ToString(CultureInfo.InvariantCulture);
        await using var publish = ProductProcess.Start(
            "mosquitto_pub",
            ["-V", "5", "-q", "1", "-h", "127.0.0.1", "-p", port, "--cafile", broker.Pki.Authority.Certificate, "--cert", certificate, "--key", key, "-t", topic, .. message]);
        await publish.WaitForExitAsync(Cancelled);
    }
}
