using System.Diagnostics;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Ocpp;

namespace Gateway.Drivers.Tests.Buses.Ocpp;

/// <summary>
/// Plays back what a charger made of ocpp-rpc has said over the wire, frame by frame, and holds every answer against the one that was
/// recorded: what went over the wire once must not change unnoticed.
/// </summary>
public sealed class OcppRecordingTests
{
    private static readonly string s_folder = Path.Combine(
        TestData.RepositoryRoot, "tests", "Gateway.Drivers.Tests", "Buses", "Ocpp", "Wire", "Recordings");

    /// <summary>The day of the recordings, so that their times are neither ahead nor unbelievable, and ids the same.</summary>
    private static readonly DateTimeOffset s_day = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Recordings => [.. Directory.GetFiles(s_folder, "*.jsonl").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Recordings))]
    public async Task What_was_recorded_is_answered_as_it_was(string recording)
    {
        await using var rig = await OcppRig.StartAsync(new FakeTimeProvider(s_day));
        using var charger = await DialAsync(rig);
        var answered = 0;

        await foreach (var (sender, frame) in ReadAsync(Path.Combine(s_folder, recording), Cancelled))
        {
            if (sender == "charger")
            {
                await charger.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, Cancelled);
                continue;
            }

            answered++;
            var buffer = new byte[16 * 1024];
            var part = await charger.ReceiveAsync(buffer, Cancelled);
            Assert.Equal(frame, Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        Assert.True(answered >= 3, "The recording holds too little.");
        Assert.True(rig.Shed.Connected);
    }

    [Fact(Timeout = 60_000)]
    public async Task The_recorded_charge_becomes_one_transaction_with_its_readings()
    {
        await using var rig = await OcppRig.StartAsync(new FakeTimeProvider(s_day));
        using var charger = await DialAsync(rig);
        var buffer = new byte[16 * 1024];
        await foreach (var (_, frame) in ReadAsync(Path.Combine(s_folder, "charge.jsonl"), Cancelled).Where(line => line.Sender == "charger"))
        {
            await charger.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, Cancelled);
            await charger.ReceiveAsync(buffer, Cancelled);
        }

        var metered = await rig.NextAsync<OcppEvent.Metered>(Cancelled);
        Assert.Equal((1, 176.4, 0.8, 33.5), (metered.Connector, metered.Meter.Watts, metered.Meter.Amperes, metered.Meter.Celsius));
        var stopped = (await rig.NextAsync<OcppEvent.Stopped>(Cancelled)).Transaction;
        Assert.Equal((612, OcppStopReason.EVDisconnected), (stopped.WattHours, stopped.Reason));
        Assert.Single(rig.Shed.Transactions);
    }

    [Theory(Explicit = true)]
    [InlineData("charge")]
    [InlineData("backlog")]
    [InlineData("faults")]
    [InlineData("refusals")]
    public async Task Record_anew(string scene)
    {
        await using var rig = await OcppRig.StartAsync(new FakeTimeProvider(s_day));
        var script = Path.Combine(s_folder, "..", "..", "record.cjs");
        var start = new ProcessStartInfo("node", [script, new Uri(rig.Address, "ocpp").ToString(), "shed-1", scene])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var node = Process.Start(start)!;
        await node.StandardInput.WriteAsync(OcppRig.Password);
        node.StandardInput.Close();
        await File.WriteAllTextAsync(Path.Combine(s_folder, scene + ".jsonl"), await node.StandardOutput.ReadToEndAsync(Cancelled), Cancelled);
        await node.WaitForExitAsync(Cancelled);
        Assert.Equal(0, node.ExitCode);
    }

    private static async Task<ClientWebSocket> DialAsync(OcppRig rig)
    {
        var charger = new ClientWebSocket();
        charger.Options.AddSubProtocol("ocpp1.6");
        charger.Options.SetRequestHeader("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"shed-1:{OcppRig.Password}")));
        await charger.ConnectAsync(new Uri(rig.Address, "ocpp/shed-1"), Cancelled);
        return charger;
    }

    private static async IAsyncEnumerable<(string Sender, string Frame)> ReadAsync(string file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
        {
            var entry = JsonNode.Parse(line)!;
            yield return ((string)entry["from"]!, (string)entry["frame"]!);
        }
    }
}
