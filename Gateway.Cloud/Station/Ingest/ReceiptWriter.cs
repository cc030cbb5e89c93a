using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>
/// Makes receipts from what is committed, never from memory. A gap is asked for only once the watermark has stood still for a
/// while: records of high priority overtake others, and what is on its way need not be sent twice. Owned by the publisher.
/// </summary>
internal sealed class ReceiptWriter(
    IDbContextFactory<StationDatabase> databases,
    IOptions<IngestOptions> options,
    TimeProvider time)
{
    private const int MostMissing = 100;

    private readonly Dictionary<JournalKey, (long Watermark, long Since)> _standing = [];

    private TimeSpan Patience => TimeSpan.FromSeconds(options.Value.AskAgainSeconds);

    /// <summary>The journals of a compound, the newest last.</summary>
    public async Task<IReadOnlyList<JournalKey>> JournalsAsync(string compound, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var journals = await database.JournalRanges.Where(row => row.Compound == compound).Select(row => row.Journal).Distinct().ToListAsync(cancellationToken);
        var newest = await database.Events.Where(row => row.Compound == compound).OrderByDescending(row => row.Id).Select(row => row.Journal).FirstOrDefaultAsync(cancellationToken);
        return [.. journals.OrderBy(journal => journal == newest).Select(journal => new JournalKey(compound, journal))];
    }

    /// <summary>Compounds online from which an event or a medium is missing.</summary>
    public async Task<IReadOnlyList<string>> WantingAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var online = database.Compounds.Where(row => row.Online).Select(row => row.Id);
        var gaps = await database.JournalRanges.Where(row => row.First > 1 && online.Contains(row.Compound)).Select(row => row.Compound).Distinct().ToListAsync(cancellationToken);
        var media = await database.Media.Where(row => row.Stored == null && online.Contains(row.Compound)).Select(row => row.Compound).Distinct().ToListAsync(cancellationToken);
        return [.. gaps.Union(media, StringComparer.Ordinal)];
    }

    /// <summary>The receipt of one journal as of now.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="media">Media stored since the last receipt.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Receipt> WriteAsync(JournalKey key, IReadOnlyList<string> media, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.JournalRanges.AsNoTracking()
            .Where(row => row.Compound == key.Compound && row.Journal == key.Journal)
            .OrderBy(row => row.First)
            .ToListAsync(cancellationToken);
        var ranges = new SequenceRanges(rows.Select(row => new SequenceRange(row.First, row.Last)));
        var since = time.GetUtcNow() - Patience;
        var missingMedia = await database.Media
            .Where(row => row.Compound == key.Compound && row.Stored == null && row.Announced <= since)
            .OrderBy(row => row.Announced)
            .Select(row => row.Sha256)
            .Take(MostMissing)
            .ToListAsync(cancellationToken);
        return new Receipt(key.Journal, ranges.Watermark, StoodStill(key, ranges.Watermark) ? ranges.Missing(MostMissing) : [], media, missingMedia);
    }

    private bool StoodStill(JournalKey key, long watermark)
    {
        if (!_standing.TryGetValue(key, out var standing) || standing.Watermark != watermark)
        {
            _standing[key] = (watermark, time.GetTimestamp());
            return false;
        }

        return time.GetElapsedTime(standing.Since) >= Patience;
    }
}
