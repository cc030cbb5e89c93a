using Gateway.Edge.Alerts.Strangers.Visits;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>Erases faces that have left the window, at the start and every few minutes: a quiet gate would keep them until the next stranger.</summary>
internal sealed class StrangerExpiry(
    StrangerBook book, VisitLedger visits, IStrangerStore store, IOptions<StrangerOptions> options, TimeProvider time, ILogger<StrangerExpiry> logger) : BackgroundService
{
    /// <summary>How long a face may outlive its window.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            Erase();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Erase()
    {
        // First the visits: they remember the faces that the book forgets.
        visits.Tick();
        var now = time.GetUtcNow();
        book.ForgetExpired(now);
        try
        {
            store.EraseBefore(now - options.Value.Window);
        }
        catch (SqliteException error)
        {
            StrangersLog.NotErased(logger, Interval, error);
        }
    }
}
