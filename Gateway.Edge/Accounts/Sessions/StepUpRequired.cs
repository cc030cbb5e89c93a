namespace Gateway.Edge.Accounts.Sessions;

/// <summary>Marks an endpoint that asks for a confirmation of at most five minutes ago.</summary>
/// <param name="Page">Where the person goes on after the confirmation, with the same query; null for the address itself.</param>
internal sealed record StepUpRequired(string? Page);
