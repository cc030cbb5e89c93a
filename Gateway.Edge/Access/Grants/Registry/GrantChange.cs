namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Either the grant as it now stands or the reasons for refusal, never both.</summary>
/// <param name="Grant">The grant; null when refused.</param>
/// <param name="Refusals">Every reason, field by field; empty when done.</param>
internal sealed record GrantChange(GrantView? Grant, IReadOnlyList<GrantRefusal> Refusals);
