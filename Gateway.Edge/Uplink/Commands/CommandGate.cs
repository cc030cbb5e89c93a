using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Mqtt;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>
/// The checks that a message passes before anything is done: not retained, well-formed, signed by our station for this compound, in its time,
/// and new. The signature comes before the rest, so that nobody else learns what the clock says or uses up nonces. Used by one thread.
/// </summary>
internal sealed class CommandGate(CommandVerifier verifier, ReplayGuard guard, TimeProvider time)
{
    /// <summary>What the clocks of station and gateway may differ before a fresh command seems to come from the future.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    /// <summary>The command, or why it is refused.</summary>
    /// <param name="message">As it came from the broker.</param>
    /// <param name="name">The topic's last segment.</param>
    /// <param name="refusal">Null when the command may be done.</param>
    public CommandEnvelope? Admit(MqttMessage message, string name, out CommandAnswer? refusal)
    {
        if (message.Retain)
        {
            refusal = CommandRefusals.Retained;
            return null;
        }

        if (CommandReader.Read(message.Payload.Span, name) is not { } command)
        {
            refusal = CommandRefusals.Malformed;
            return null;
        }

        refusal = RefusalOf(command);
        return command;
    }

    private CommandAnswer? RefusalOf(CommandEnvelope command)
    {
        if (verifier.FaultOf(command) is { } fault)
        {
            return CommandRefusals.Forged(fault);
        }

        var now = time.GetUtcNow();
        if (command.Issued > now + Skew)
        {
            return CommandRefusals.FromTheFuture(now);
        }

        if (command.Expires <= now)
        {
            return CommandRefusals.Expired(now);
        }

        return guard.TryPass(command.Nonce, command.Issued) ? null : CommandRefusals.Replayed;
    }
}
