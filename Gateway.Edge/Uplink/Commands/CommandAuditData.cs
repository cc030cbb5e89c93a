using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;

namespace Gateway.Edge.Uplink.Commands;

/// <summary>Data of the audit event that tells of a command.</summary>
/// <param name="Action"><see cref="Command"/>.</param>
/// <param name="Name">What was asked for.</param>
/// <param name="Id">UUID of the order; null where nothing proves that it was one.</param>
/// <param name="By">The officer; null where nothing proves it.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Code">Stable machine-readable cause.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="Unrecorded">Refusals before this one that were too many to be put on record.</param>
internal sealed record CommandAuditData(
    string Action, string Name, string? Id, string? By, CommandOutcome Outcome, string Code, LocalizedText Reason, long Unrecorded)
{
    public const string Command = "command";
}
