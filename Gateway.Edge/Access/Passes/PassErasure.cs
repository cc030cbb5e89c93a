using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Passes;

/// <summary>Forgets passes that nobody can use any more.</summary>
internal sealed class PassErasure(PassBook book, TimeProvider time, ILogger<PassErasure> logger) : BackgroundService
{
    /// <summary>How long a pass is kept after its end, for questions about it.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (book.EraseBefore(time.GetUtcNow() - KeptFor) is var erased and > 0)
                {
                    PassesLog.Erased(logger, erased);
                }
            }
            catch (SqliteException error)
            {
                PassesLog.ErasureFailed(logger, Interval, error);
            }
        }
    }
}
