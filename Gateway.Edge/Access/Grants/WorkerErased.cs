using Gateway.Edge.Access.Grants.Devices;

namespace Gateway.Edge.Access.Grants;

/// <summary>How far the erasure of a worker has come.</summary>
/// <param name="Grants">Grants that there were.</param>
/// <param name="Receipts">Which devices have confirmed that they hold nothing any more.</param>
/// <param name="Waiting">Devices that have not; empty when all is erased.</param>
internal sealed record WorkerErased(int Grants, IReadOnlyList<GrantReceipt> Receipts, IReadOnlyList<string> Waiting);
