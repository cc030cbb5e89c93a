using System.Threading.Channels;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Hosting;
using Gateway.Cloud.Station.Live;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Takes messages from the broker in batches, commits each batch once, then owes receipts. While the database cannot be written
/// it holds the batch, sends no receipt and tries again: gateways keep what has no receipt.
/// </summary>
internal sealed class IngestService(
    IMqttSession session,
    BatchWriter writer,
    ReceiptLedger receipts,
    LiveSignal live,
    IngestHealth health,
    IOptions<StationOptions> station,
    IOptions<IngestOptions> options,
    TimeProvider time,
    ILogger<IngestService> log) : BackgroundService
{
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(10);

    private readonly MessageSorter _sorter = new(station.Value.Id, options.Value);
    private long _droppedBefore;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        session.Subscribe(Topics.AllEvents(station.Value.Id));
        session.Subscribe(Topics.AllMedia(station.Value.Id));
        session.Subscribe(Topics.AllStates(station.Value.Id));
        session.Subscribe(Topics.AllReplies(station.Value.Id));
        while (await session.Messages.WaitToReadAsync(stoppingToken))
        {
            var batch = await FillAsync(session.Messages, stoppingToken);
            if (!batch.IsEmpty)
            {
                await StoreAsync(batch, stoppingToken);
            }

            NoteDropped();
        }
    }

    private async Task<IngestBatch> FillAsync(ChannelReader<MqttMessage> messages, CancellationToken stoppingToken)
    {
        var batch = new IngestBatch();
        var taken = Take(messages, batch, options.Value.BatchSize);
        if (taken < options.Value.BatchSize && options.Value.BatchMilliseconds > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(options.Value.BatchMilliseconds), time, stoppingToken);
            Take(messages, batch, options.Value.BatchSize - taken);
        }

        return batch;
    }

    private int Take(ChannelReader<MqttMessage> messages, IngestBatch batch, int most)
    {
        var taken = 0;
        while (taken < most && messages.TryRead(out var message))
        {
            _sorter.Sort(message, batch);
            taken++;
        }

        return taken;
    }

    private async Task StoreAsync(IngestBatch batch, CancellationToken stoppingToken)
    {
        var delay = TimeSpan.FromMilliseconds(250);
        while (true)
        {
            try
            {
                Settle(await writer.CommitAsync(batch, stoppingToken), batch);
                return;
            }
            catch (SqliteException error) when (IsAboutTheRow(error))
            {
                await StoreOneByOneAsync(batch, stoppingToken);
                return;
            }
#pragma warning disable CA1031 // Supervision boundary: whatever the storage fails with, the batch is kept and tried again.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                health.Failed(error.Message);
                IngestLog.CannotStore(log, error, error.Message, delay);
                live.Raise();
                await Task.Delay(delay, time, stoppingToken);
                delay = delay * 2 < LongestRetry ? delay * 2 : LongestRetry;
            }
        }
    }

    private async Task StoreOneByOneAsync(IngestBatch batch, CancellationToken stoppingToken)
    {
        foreach (var single in batch.Split())
        {
            try
            {
                Settle(await writer.CommitAsync(single, stoppingToken), single);
            }
            catch (SqliteException error) when (IsAboutTheRow(error))
            {
                IngestLog.PutAside(log, error, error.Message);
                await PutAsideAsync(single, error.Message, stoppingToken);
            }
        }
    }

    // The event itself cannot be a row; that it came, and its place, can.
    private async Task PutAsideAsync(IngestBatch single, string reason, CancellationToken stoppingToken)
    {
        if (single.Events is [var refused])
        {
            var aside = QuarantinedMessage.Of(refused, station.Value.Id, $"the database cannot hold it: {reason}");
            await StoreAsync(new IngestBatch { Quarantined = { aside } }, stoppingToken);
        }
    }

    private void Settle(BatchOutcome outcome, IngestBatch batch)
    {
        if (health.Fault is not null)
        {
            IngestLog.StoringAgain(log);
        }

        health.Committed(outcome);
        if (batch.Quarantined.Count > 0)
        {
            IngestLog.Quarantined(log, batch.Quarantined.Count, batch.Quarantined[0].Topic, batch.Quarantined[0].Reason);
        }

        if (outcome.ChainFaults.Count > 0)
        {
            IngestLog.ChainBroken(log, outcome.ChainFaults.Count, outcome.ChainFaults[0]);
        }

        if (outcome.MediaFault is { } mediaFault)
        {
            IngestLog.CannotStoreMedia(log, mediaFault);
        }

        receipts.Owe(outcome);
        live.Raise();
    }

    private void NoteDropped()
    {
        var dropped = session.Dropped;
        if (dropped > _droppedBefore)
        {
            IngestLog.Dropped(log, dropped - _droppedBefore);
            _droppedBefore = dropped;
        }
    }

    // SQLite result codes: 18 too big, 19 constraint, 20 mismatch, 25 range. All others may pass with time.
    private static bool IsAboutTheRow(SqliteException error) => error.SqliteErrorCode is 18 or 19 or 20 or 25;
}
