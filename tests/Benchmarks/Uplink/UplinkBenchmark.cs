using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Tests.Uplink;
using Gateway.Edge.Uplink;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace EdgeGateway.Benchmarks.Uplink;

/// <summary>
/// Drain of 20,000 stored events at QoS 1 with every PUBACK awaited, against <c>mosquitto_pub -l</c> with the same payloads, certificates
/// and broker. Rounds alternate; each side's time includes connecting, ours also opening the uplink's file, theirs also its process start.
/// </summary>
internal static class UplinkBenchmark
{
    private const int EventCount = 20_000;
    private const int Rounds = 7;
    private const double Target = 1.0;

    public static async Task<int> RunAsync()
    {
        await using var broker = await MosquittoBroker.StartAsync("garden");
        var journal = new MemoryJournal();
        for (var i = 0; i < EventCount; i++)
        {
            journal.Add(bytes: 120);
        }

        var lines = await WriteLinesAsync(broker, journal);
        Console.WriteLine($"uplink: {EventCount} events of {new FileInfo(lines).Length / EventCount} bytes at QoS 1 over mutual TLS, events per second");
        Console.WriteLine("round   ours   mosquitto_pub -l   ratio");
        var ratios = new List<double>();
        await OursAsync(broker, journal, -1);
        await TheirsAsync(broker, lines);
        for (var round = 0; round < Rounds; round++)
        {
            var ours = await OursAsync(broker, journal, round);
            var theirs = await TheirsAsync(broker, lines);
            ratios.Add(ours / theirs);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round + 1,5} {ours,8:F0} {theirs,14:F0} {ours / theirs,11:F2}"));
        }

        ratios.Sort();
        var median = ratios[Rounds / 2];
        return Result.AtLeast("uplink drain / mosquitto_pub -l", median, Target) ? 0 : 1;
    }

    private static async Task<string> WriteLinesAsync(MosquittoBroker broker, MemoryJournal journal)
    {
        var path = Path.Combine(broker.Folder, "lines");
        using var writer = new CloudEventWriter(broker.Station, "garden", journal.JournalId);
        await using var file = File.Create(path);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (var record in await journal.ReadAsync(0, EventCount, CancellationToken.None))
        {
            buffer.ResetWrittenCount();
            writer.Write(record, buffer);
            buffer.Write("\n"u8);
            await file.WriteAsync(buffer.WrittenMemory);
        }

        return path;
    }

    private static async Task<double> OursAsync(MosquittoBroker broker, MemoryJournal journal, int round)
    {
        var link = broker.Gateway("garden");
        var options = new UplinkOptions
        {
            Station = broker.Station,
            Compound = "garden",
            StateFile = Path.Combine(broker.Folder, $"uplink-{round}.db"),
            MaximumUnreceipted = 50_000,
        };
        var start = Stopwatch.GetTimestamp();
        await using var session = new MqttSession(link, TimeProvider.System, NullLogger<MqttSession>.Instance);
        var status = new UplinkStatus(journal, session);
        using var service = new UplinkService(
            session, journal, journal, journal, status, Options.Create(options), TimeProvider.System, NullLogger<UplinkService>.Instance);
        await service.StartAsync(CancellationToken.None);
        while (status.Acknowledged < EventCount)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
        }

        var taken = Stopwatch.GetElapsedTime(start);
        await service.StopAsync(CancellationToken.None);
        return EventCount / taken.TotalSeconds;
    }

    private static async Task<double> TheirsAsync(MosquittoBroker broker, string lines)
    {
        var link = broker.Gateway("garden");
        string[] arguments =
        [
            "-c",
            $"exec mosquitto_pub -l -V mqttv5 -q 1 -i peer -h {link.Host} -p {link.Port} --cafile {link.CaFile} --cert {link.CertificateFile} --key {link.KeyFile} " +
            $"-t {Topics.Event(broker.Station, "garden", EventKind.Passage)} -D PUBLISH content-type '{CloudEvent.ContentType}' < {lines}",
        ];
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("bash", arguments) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        var taken = Stopwatch.GetElapsedTime(start);
        return process.ExitCode == 0 ? EventCount / taken.TotalSeconds : throw new InvalidOperationException("mosquitto_pub failed.");
    }
}
