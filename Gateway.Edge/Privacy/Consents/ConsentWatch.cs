namespace Gateway.Edge.Privacy.Consents;

/// <summary>Keeps the ledger up to date also while nobody looks at it, so that a consent is there before its grant has gone.</summary>
internal sealed class ConsentWatch(ConsentLedger ledger, TimeProvider time, ILogger<ConsentWatch> logger) : BackgroundService
{
    /// <summary>A grant stays for at least a day after its end, so an hour misses none.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        do
        {
            try
            {
                await ledger.FollowAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one round throws must neither end the others nor the gateway.
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                PrivacyLog.LedgerFailed(logger, s_interval, error);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
