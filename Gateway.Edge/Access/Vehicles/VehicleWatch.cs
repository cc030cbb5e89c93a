using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Journal;
using Gateway.Edge.Secrets;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Looks now and then for stays that have become too long, and for what is due to be erased.</summary>
internal sealed class VehicleWatch(
    StayKeeper stays, VehicleErasure erasure, VehicleOptions options, TimeProvider time, ILogger<VehicleWatch> logger) : BackgroundService
{
    /// <summary>How long something may outlive its time.</summary>
    public static readonly TimeSpan ErasureInterval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.CheckInterval, time);
        long? erased = null;
        do
        {
            await FindOverstaysAsync(stoppingToken);
            if (erased is null || time.GetElapsedTime(erased.Value) >= ErasureInterval)
            {
                erased = time.GetTimestamp();
                await EraseAsync(stoppingToken);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task FindOverstaysAsync(CancellationToken stoppingToken)
    {
        try
        {
            await stays.FindOverstaysAsync(stoppingToken);
        }
        catch (SqliteException error)
        {
            VehiclesLog.WatchFailed(logger, options.CheckInterval, error);
        }
    }

    private async Task EraseAsync(CancellationToken stoppingToken)
    {
        try
        {
            await erasure.EraseAsync(stoppingToken);
        }
        catch (Exception error) when (error is SqliteException or SecretFaultException or JournalUnavailableException or IOException or UnauthorizedAccessException)
        {
            VehiclesLog.ErasureFailed(logger, ErasureInterval, error);
        }
    }
}
