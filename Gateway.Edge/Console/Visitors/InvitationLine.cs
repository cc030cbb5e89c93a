namespace Gateway.Edge.Console.Visitors;

/// <summary>An invitation as a line of a list, in the page's language.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Name">The visitor as the resident calls them.</param>
/// <param name="Facts">Whose, when and where.</param>
/// <param name="State">Where it stands, in words.</param>
/// <param name="IsOpen">Whether the visitor may still come.</param>
public sealed record InvitationLine(Guid Id, string Name, string Facts, string State, bool IsOpen);
