using Gateway.Edge.Access.Grants.Devices;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>A grant with the word of every device.</summary>
/// <param name="View">The grant.</param>
/// <param name="Receipts">What devices have confirmed, oldest first.</param>
internal sealed record GrantReport(GrantView View, IReadOnlyList<GrantReceipt> Receipts);
