using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Access.Grants.Storage;

/// <summary>A journal record as it waits in the outbox of <c>grants.db</c>.</summary>
/// <param name="Kind">Of <see cref="EventKind"/>.</param>
/// <param name="Priority">How urgent.</param>
/// <param name="Device">What it concerns.</param>
/// <param name="Data">The kind's data.</param>
internal sealed record GrantRecord(string Kind, EventPriority Priority, string Device, byte[] Data);
