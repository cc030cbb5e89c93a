using Gateway.Edge.Privacy.Storage;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>Carries erasures out: at once when one is begun, after each start those that a stop has left, and again while devices are waited for.</summary>
internal sealed class ErasureRunner(ErasureDesk desk, PrivacyDatabase database, ErasureBell bell, TimeProvider time, ILogger<ErasureRunner> logger) : BackgroundService
{
    /// <summary>After so long what stands still is tried again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    /// <summary>One look at everything that is not done.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await desk.UnfinishedAsync(cancellationToken))
        {
            try
            {
                if (await desk.RunAsync(id, cancellationToken))
                {
                    PrivacyLog.ErasureDone(logger, id);
                }
            }
            catch (Secrets.SecretFaultException error)
            {
                PrivacyLog.PlanUnreadable(logger, id, error);
                await desk.WaitAsync(id, "privacy.key");
            }
#pragma warning disable CA1031 // Supervision boundary: one person's erasure that fails must end neither the others' nor its own next try.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                PrivacyLog.ErasureStopped(logger, id, desk.At, Pause, error);
                await TryWaitAsync(id);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TryAsync(() => database.CatchUpAsync(stoppingToken), stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await TryAsync(() => RunAsync(stoppingToken), stoppingToken);
            await bell.WaitAsync(Pause, time, stoppingToken);
        }
    }

    private Task TryWaitAsync(Guid id) => TryAsync(() => desk.WaitAsync(id, desk.At), CancellationToken.None);

    private async Task TryAsync(Func<Task> step, CancellationToken stop)
    {
        try
        {
            await step();
        }
#pragma warning disable CA1031 // Supervision boundary: a disk that takes nothing now is tried again.
        catch (Exception error) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            PrivacyLog.ErasureStopped(logger, Guid.Empty, desk.At, Pause, error);
        }
    }
}
