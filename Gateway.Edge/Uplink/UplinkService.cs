using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Uplink;

/// <summary>Keeps the pump running. Whatever fails here never reaches the host: gates open without a network.</summary>
internal sealed class UplinkService(
    IMqttSession session, IJournal journal, IJournalReader reader, IMediaStore media, UplinkStatus status,
    IOptions<UplinkOptions> options, TimeProvider time, ILogger<UplinkService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var backoff = new Backoff(time, options.Value.FaultDelay);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var store = UplinkStore.Open(options.Value.StateFile, journal.JournalId, out var damaged);
                if (damaged is not null)
                {
                    logger.StoreDamaged(damaged);
                }

                using var pump = new UplinkPump(session, journal, reader, media, store, options.Value, status, time, logger);
                await pump.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The uplink's supervision boundary: it must not take the gateway down.
            catch (Exception error)
#pragma warning restore CA1031
            {
                var delay = backoff.Hold() ?? options.Value.FaultDelay;
                status.Fault = error.Message;
                logger.Failed(error, delay);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
