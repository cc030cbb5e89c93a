using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>How a command went.</summary>
/// <param name="Outcome">Whether it was done.</param>
/// <param name="Code">Stable machine-readable cause.</param>
/// <param name="Reason">The same in words, with the fix where there is one.</param>
internal sealed record CommandAnswer(CommandOutcome Outcome, string Code, LocalizedText Reason)
{
    public static CommandAnswer Done(LocalizedText reason) => new(CommandOutcome.Done, "done", reason);

    public static CommandAnswer Refused(string code, LocalizedText reason) => new(CommandOutcome.Refused, code, reason);

    public static CommandAnswer Failed(string code, LocalizedText reason) => new(CommandOutcome.Failed, code, reason);
}
