using System.Data.Common;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Media;
using Gateway.Cloud.Station.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Commits one batch in one transaction: all of it or nothing. Media reach the vault before the row that says so; one that does not
/// is left out, so that no event waits for it: it gets no receipt and is asked for again.
/// Prepared statements instead of tracked entities: an order of magnitude less work per event.
/// </summary>
internal sealed class BatchWriter(
    IDbContextFactory<StationDatabase> databases,
    MediaVault vault,
    IOptions<IngestOptions> options,
    TimeProvider time)
{
    /// <exception cref="DbException">The database is locked, full, gone or damaged; nothing was written.</exception>
    public async Task<BatchOutcome> CommitAsync(IngestBatch batch, CancellationToken cancellationToken)
    {
        var outcome = new BatchOutcome();
        var media = Keep(batch.Media, outcome);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var outer = await database.Database.BeginTransactionAsync(cancellationToken);
        var connection = database.Database.GetDbConnection();
        var transaction = outer.GetDbTransaction();
        var now = time.GetUtcNow();
        var refused = new List<QuarantinedMessage>(batch.Quarantined);
        await WriteEventsAsync(connection, transaction, batch.Events, refused, outcome, now, cancellationToken);
        await CountAsync(connection, transaction, PlacesOf(batch.Events, refused), outcome, cancellationToken);
        await WriteMediaAsync(connection, transaction, media, outcome, now, cancellationToken);
        await WriteCompoundsAsync(connection, transaction, batch, outcome, now, cancellationToken);
        await WriteRepliesAsync(connection, transaction, batch.Replies, now, cancellationToken);
        await using (var quarantine = new QuarantineTable(connection, transaction, options.Value.QuarantineRows))
        {
            await quarantine.WriteAsync(refused, now, cancellationToken);
        }

        await outer.CommitAsync(cancellationToken);
        outcome.Quarantined = refused.Count;
        return outcome;
    }

    private List<ReceivedMedium> Keep(List<ReceivedMedium> media, BatchOutcome outcome)
    {
        var kept = new List<ReceivedMedium>(media.Count);
        foreach (var medium in media)
        {
            try
            {
                vault.Write(medium.Sha256, medium.Bytes);
                kept.Add(medium);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                outcome.MediaFault ??= error.Message;
            }
        }

        return kept;
    }

    private static async Task WriteEventsAsync(
        DbConnection connection,
        DbTransaction transaction,
        List<ReceivedEvent> events,
        List<QuarantinedMessage> refused,
        BatchOutcome outcome,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (events.Count == 0)
        {
            return;
        }

        await using var table = new EventTable(connection, transaction);
        await using var alerts = new AlertTable(connection, transaction);
        await using var devices = new DeviceStateTable(connection, transaction);
        await using var media = new MediaTable(connection, transaction);
        await using var chain = new ChainCheck(connection, transaction);
        foreach (var received in events)
        {
            var write = await table.WriteAsync(received, now, cancellationToken);
            if (write == EventWrite.Conflict)
            {
                refused.Add(QuarantinedMessage.Of(
                    received,
                    received.Envelope.Source.Split('/')[2],
                    $"another event already has id {received.Envelope.Id} or sequence {received.Sequence} of journal {received.Envelope.Journal}"));
                continue;
            }

            if (write is EventWrite.Duplicate or EventWrite.TakenOver)
            {
                outcome.Duplicates++;
                continue;
            }

            outcome.NewEvents++;
            if (await chain.FaultAsync(received, cancellationToken) is { } broken)
            {
                refused.Add(QuarantinedMessage.Of(received, received.Envelope.Source.Split('/')[2], $"stored, but {broken}"));
                outcome.ChainFaults.Add(broken);
            }

            foreach (var medium in MediaOf(received))
            {
                await media.AnnounceAsync(received.Compound, medium, now, cancellationToken);
            }

            await alerts.WriteAsync(received, cancellationToken);
            await devices.WriteAsync(received, cancellationToken);
        }
    }

    private static IEnumerable<JournalPlace> PlacesOf(List<ReceivedEvent> events, List<QuarantinedMessage> refused) =>
        events.Select(received => new JournalPlace(received.Journal, received.Sequence))
            .Concat(refused.Select(message => message.Place).OfType<JournalPlace>());

    // Refused ones too: a sequence that never counts would hold its gateway's watermark, and with it the uplink, for good.
    private static async Task CountAsync(
        DbConnection connection, DbTransaction transaction, IEnumerable<JournalPlace> places, BatchOutcome outcome, CancellationToken cancellationToken)
    {
        await using var ranges = new JournalRangeTable(connection, transaction);
        foreach (var journal in places.ToLookup(place => place.Journal, place => place.Sequence))
        {
            await ranges.AddAsync(journal.Key, journal, cancellationToken);
            outcome.Journals.Add(journal.Key);
        }
    }

    private static IEnumerable<MediaReference> MediaOf(ReceivedEvent received) =>
        received.Envelope.Media.Concat(received.Alert?.Media ?? []);

    private static async Task WriteMediaAsync(
        DbConnection connection,
        DbTransaction transaction,
        List<ReceivedMedium> media,
        BatchOutcome outcome,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var table = new MediaTable(connection, transaction);
        foreach (var medium in media)
        {
            await table.StoreAsync(medium, now, cancellationToken);
            outcome.Media.Add((medium.Compound, medium.Sha256));
        }
    }

    private static async Task WriteRepliesAsync(
        DbConnection connection, DbTransaction transaction, List<ReceivedReply> replies, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (replies.Count == 0)
        {
            return;
        }

        await using var table = new CommandTable(connection, transaction);
        foreach (var reply in replies)
        {
            await table.SettleAsync(reply, now, cancellationToken);
        }
    }

    private static async Task WriteCompoundsAsync(
        DbConnection connection,
        DbTransaction transaction,
        IngestBatch batch,
        BatchOutcome outcome,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var table = new CompoundTable(connection, transaction);
        foreach (var compound in batch.Events.Select(received => received.Compound).Distinct(StringComparer.Ordinal))
        {
            await table.NoteEventAsync(compound, now, cancellationToken);
        }

        foreach (var change in batch.States)
        {
            await table.NoteStateAsync(change, now, cancellationToken);
            if (change.Online)
            {
                outcome.CameOnline.Add(change.Compound);
                if (change.Journal is { } journal)
                {
                    outcome.Journals.Add(new JournalKey(change.Compound, journal));
                }
            }
        }
    }
}
