using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Journal;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Alerts.Grants;

/// <summary>Ends grants when their time comes, finds overstays, and erases what has been over for long.</summary>
internal sealed class GrantWatch(
    GrantEnds ends, OverstayWatch overstays, GrantErasure erasure, GrantOptions options, TimeProvider time, ILogger<GrantWatch> logger) : BackgroundService
{
    /// <summary>How long something may outlive its time of keeping.</summary>
    public static readonly TimeSpan ErasureInterval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.CheckInterval, time);
        long? erased = null;
        do
        {
            try
            {
                await ends.EndDueAsync(stoppingToken);
                overstays.Look();
                if (erased is null || time.GetElapsedTime(erased.Value) >= ErasureInterval)
                {
                    erased = time.GetTimestamp();
                    await erasure.EraseAsync(stoppingToken);
                }
            }
            catch (Exception error) when (error is SqliteException or JournalUnavailableException or IOException)
            {
                GrantsLog.WatchFailed(logger, options.CheckInterval, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
