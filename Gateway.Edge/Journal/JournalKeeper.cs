using Microsoft.Extensions.Options;

namespace Gateway.Edge.Journal;

/// <summary>
/// Keeps the journal within bounds: notes durably what is receipted, and removes receipted records that are old or, when the file is
/// nearly full, the oldest of them. What the station lacks is never removed.
/// </summary>
internal sealed partial class JournalKeeper(
    IJournal journal, IJournalReader reader, IJournalRetention retention, IReceiptWatermark watermark, IOptions<JournalOptions> options,
    TimeProvider time, ILogger<JournalKeeper> logger) : BackgroundService
{
    private const double NearlyFull = 0.8;
    private const int Step = 500;
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_ageInterval = TimeSpan.FromHours(1);

    // Owned by whoever calls KeepAsync, one at a time.
    private long _noted;
    private long? _looked;
    private bool _toldFull;

    /// <summary>One look at the journal.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var receipted = watermark.Of(journal.JournalId);
        if (receipted != _noted)
        {
            await retention.NoteReceiptedAsync(receipted, cancellationToken);
            _noted = receipted;
        }

        var fill = retention.ReadFill();
        if (fill >= NearlyFull || _looked is not { } looked || time.GetElapsedTime(looked) >= s_ageInterval)
        {
            _looked = time.GetTimestamp();
            await TrimAsync(receipted, cancellationToken);
        }

        TellFill(fill);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await KeepAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Supervision boundary: a journal that cannot be trimmed now is tried again, and stops nothing else.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(logger, error);
            }
        }
    }

    private async Task TrimAsync(long receipted, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepReceipted;
        while (true)
        {
            var nearlyFull = retention.ReadFill() >= NearlyFull;
            var oldest = await reader.ReadAsync(0, Step, cancellationToken);
            var last = oldest.TakeWhile(record => record.Sequence <= receipted && (nearlyFull || record.Time < before)).LastOrDefault();
            if (last is null)
            {
                return;
            }

            var removed = await retention.TrimAsync(last.Sequence, cancellationToken);
            LogTrimmed(logger, removed, last.Sequence);
        }
    }

    private void TellFill(double fill)
    {
        if (fill >= NearlyFull && !_toldFull)
        {
            LogNearlyFull(logger, fill, options.Value.MaximumMegabytes);
        }

        _toldFull = fill >= NearlyFull;
    }

    [LoggerMessage(1, LogLevel.Information, "{Count} receipted records up to sequence {Last} were removed from the journal")]
    private static partial void LogTrimmed(ILogger logger, long count, long last);

    [LoggerMessage(2, LogLevel.Warning, "The journal holds {Fill:P0} of Journal:MaximumMegabytes ({Megabytes}). Receipted records go first; what the station lacks stays: see why the station gets nothing, or raise the limit")]
    private static partial void LogNearlyFull(ILogger logger, double fill, int megabytes);

    [LoggerMessage(3, LogLevel.Error, "The journal could not be trimmed and is tried again")]
    private static partial void LogFailed(ILogger logger, Exception error);
}
