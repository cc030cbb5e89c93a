using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Alerts.Grants;

/// <summary>Something about a temporary worker that staff should know.</summary>
/// <param name="Data">What is recorded.</param>
/// <param name="Priority">How urgent.</param>
internal sealed record GrantFinding(GrantData Data, EventPriority Priority);
