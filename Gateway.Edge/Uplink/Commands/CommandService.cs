using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Edge.Journal;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>Works the mailbox. Whatever a command brings about, the next one is taken.</summary>
internal sealed class CommandService(
    CommandMailbox mailbox, IEnumerable<ICommandHandler> handlers, IJournal journal, IMqttSession session, IOptions<UplinkOptions> options,
    IOptions<MqttOptions> mqtt, UplinkStatus status, TimeProvider time, ILogger<CommandService> logger) : BackgroundService
{
    private const string FloorFile = "commands.floor";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.Value.StateFile))!;
        var guard = new ReplayGuard(Path.Combine(folder, FloorFile), time.GetUtcNow(), CommandGate.Skew, logger);
        var verifier = new CommandVerifier(options.Value.Station, options.Value.Compound, mqtt.Value.CaFile, time);
        var dispatcher = new CommandDispatcher(
            new CommandGate(verifier, guard, time), handlers, new CommandAudit(journal, time, logger), session, options.Value, status, time, logger);
        await foreach (var message in mailbox.Waiting.ReadAllAsync(stoppingToken))
        {
            try
            {
                await dispatcher.DispatchAsync(message, stoppingToken);
            }
#pragma warning disable CA1031 // Supervision boundary: one message never ends the taking of others.
            catch (Exception error) when (error is not OperationCanceledException)
#pragma warning restore CA1031
            {
                CommandLog.Failed(logger, error);
            }
        }
    }
}
