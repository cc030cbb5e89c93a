using System.Data.Common;
using System.Text.Json;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Hosting;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>Sends receipts soon after each commit, and asks again for what stays missing.</summary>
internal sealed class ReceiptPublisher(
    IMqttSession session,
    ReceiptLedger ledger,
    ReceiptWriter writer,
    IOptions<StationOptions> station,
    IOptions<IngestOptions> options,
    TimeProvider time,
    ILogger<ReceiptPublisher> log) : BackgroundService
{
    private const int MediaPerReceipt = 500;

    /// <summary>Commits within this span share a receipt.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(PublishAsync(stoppingToken), AskAgainAsync(stoppingToken));

    private async Task PublishAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await ledger.WaitAsync(stoppingToken);
            await Guarded(SendAllAsync, stoppingToken);
            await Task.Delay(Pace, time, stoppingToken);
        }
    }

    private async Task AskAgainAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.AskAgainSeconds), time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await Guarded(async token => ledger.Owe(await writer.WantingAsync(token)), stoppingToken);
        }
    }

    // A database that cannot be read now will be asked again by the timer; nothing owed is forgotten.
    private async Task Guarded(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        try
        {
            await work(stoppingToken);
        }
        catch (Exception error) when (error is DbException or InvalidOperationException or IOException)
        {
            IngestLog.ReceiptFailed(log, "all", error.Message);
        }
    }

    private async Task SendAllAsync(CancellationToken stoppingToken)
    {
        var (journals, compounds, media) = ledger.Take();
        var keys = new HashSet<JournalKey>(journals);
        foreach (var compound in compounds.Union(media.Keys, StringComparer.Ordinal))
        {
            var all = await writer.JournalsAsync(compound, stoppingToken);
            keys.UnionWith(compounds.Contains(compound, StringComparer.Ordinal) ? all : all.TakeLast(1));
        }

        foreach (var key in keys)
        {
            media.Remove(key.Compound, out var stored);
            await SendAsync(key, stored?.ToArray() ?? [], stoppingToken);
        }
    }

    private async Task SendAsync(JournalKey key, string[] media, CancellationToken stoppingToken)
    {
        var left = new Queue<string[]>(media.Length == 0 ? [[]] : media.Chunk(MediaPerReceipt));
        try
        {
            while (left.TryPeek(out var part))
            {
                var receipt = await writer.WriteAsync(key, part, stoppingToken);
                var topic = Topics.Receipt(station.Value.Id, key.Compound);
                await session.PublishAsync(
                    new MqttMessage(topic, JsonSerializer.SerializeToUtf8Bytes(receipt, Json), "application/json"),
                    stoppingToken);
                left.Dequeue();
            }
        }
        catch (Exception error) when (error is MqttFaultException or DbException)
        {
            ledger.GiveBack(key, left.SelectMany(part => part));
            IngestLog.ReceiptFailed(log, key.Compound, error.Message);
        }
    }
}
