using Gateway.Edge.Journal;

namespace Gateway.Edge.Privacy.Inventory;

/// <summary>
/// How many records of which kind the journal holds, and media by what they show. Counted in the background: a page must not wait for a million
/// records. Records that come are added each minute; once old ones have gone, all are counted anew, at most each hour. Safe for several threads.
/// </summary>
internal sealed class JournalTally(IJournal journal, IJournalReader reader, TimeProvider time, ILogger<JournalTally> logger) : BackgroundService
{
    private const int Page = 5000;
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_again = TimeSpan.FromHours(1);

    private volatile JournalCount? _now;

    // Owned by whoever calls CountAsync, one at a time.
    private long _counted;

    /// <summary>What was counted last; null before the first count is through.</summary>
    public JournalCount? Now => _now;

    /// <summary>Brings the count up to date.</summary>
    public async Task<JournalCount> CountAsync(CancellationToken cancellationToken)
    {
        var oldest = await reader.ReadAsync(0, 1, cancellationToken);
        var first = oldest.Count > 0 ? oldest[0].Sequence : 0;
        var before = _now;
        var anew = before is null || (before.First != first && time.GetElapsedTime(_counted) >= s_again);
        var (kinds, roles, after) = anew || before is null
            ? (new Dictionary<string, long>(StringComparer.Ordinal), new Dictionary<string, long>(StringComparer.Ordinal), 0L)
            : (before.Kinds.ToDictionary(StringComparer.Ordinal), before.Roles.ToDictionary(StringComparer.Ordinal), before.Through);
        _counted = anew ? time.GetTimestamp() : _counted;
        var last = journal.LastSequence;
        while (after < last)
        {
            var records = await reader.ReadAsync(after, Page, cancellationToken);
            if (records.Count == 0)
            {
                break;
            }

            foreach (var record in records)
            {
                kinds[record.Kind] = kinds.GetValueOrDefault(record.Kind) + 1;
                foreach (var medium in record.Media)
                {
                    roles[medium.Role] = roles.GetValueOrDefault(medium.Role) + 1;
                }
            }

            after = records[^1].Sequence;
        }

        return _now = new JournalCount(anew || before is null ? first : before.First, after, oldest.Count > 0 ? oldest[0].Time : null, kinds, roles);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        do
        {
            try
            {
                await CountAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Supervision boundary: a journal that cannot be read now is counted later.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                PrivacyLog.NotCounted(logger, s_interval, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
