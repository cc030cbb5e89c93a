namespace Gateway.Edge.Access.Visitors;

/// <summary>An invitation over the API.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Page">Path of the visitor's page, to stand behind the gateway's own address; null where no link was made. It is never shown again.</param>
internal sealed record MadeInvitation(InvitationView Invitation, string? Page);
