using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;
using Gateway.Edge.Uplink.Commands;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Uplink;

/// <summary>Keeps the pump running. Whatever fails here never reaches the host: gates open without a network.</summary>
internal sealed class UplinkService(
    IMqttSession session, IJournal journal, IJournalReader reader, IMediaStore media, UplinkStatus status,
    IOptions<UplinkOptions> options, TimeProvider time, ILogger<UplinkService> logger, CommandMailbox? commands = null) : BackgroundService
{
    // Having run for so long, it was well: the next fault is a new one.
    private static readonly TimeSpan s_wellAfter = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var backoff = new Backoff(time, options.Value.FaultDelay);
        while (!stoppingToken.IsCancellationRequested)
        {
            var started = time.GetTimestamp();
            try
            {
                await WaitForJournalAsync(stoppingToken);
                started = time.GetTimestamp();
                using var store = UplinkStore.Open(options.Value.StateFile, journal.JournalId, out var damaged);
                if (damaged is not null)
                {
                    logger.StoreDamaged(damaged);
                }

                using var pump = new UplinkPump(session, journal, reader, media, store, options.Value, status, time, logger, commands);
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
                if (time.GetElapsedTime(started) >= s_wellAfter)
                {
                    backoff.Reset();
                }

                var delay = backoff.Hold() ?? options.Value.FaultDelay;
                status.Fault = error.Message;
                logger.Failed(error, delay);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    // A journal whose disk cannot be opened has no id yet, and an event under no id could never be receipted. Its first append brings it.
    private async ValueTask WaitForJournalAsync(CancellationToken stoppingToken)
    {
        if (journal.JournalId != Guid.Empty)
        {
            return;
        }

        status.Fault = "The journal is not open yet, so there is nothing to send: see the journal's own fault.";
        while (journal.JournalId == Guid.Empty)
        {
            await reader.WaitAsync(0, stoppingToken);
        }

        status.Fault = null;
    }
}
