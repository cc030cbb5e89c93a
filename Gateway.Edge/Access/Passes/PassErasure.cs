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
        do
        {
            Erase();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Erase()
    {
        try
        {
            if (book.EraseBefore(time.GetUtcNow() - KeptFor) is var erased and > 0)
            {
                PassesLog.Erased(logger, erased);
            }
        }
#pragma warning disable CA1031 // Supervision boundary: whatever one round throws must neither end the others nor the gateway.
        catch (Exception error)
#pragma warning restore CA1031
        {
            PassesLog.ErasureFailed(logger, Interval, error);
        }
    }
}
