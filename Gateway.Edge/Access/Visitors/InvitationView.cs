using Gateway.Edge.Access.Grants;

namespace Gateway.Edge.Access.Visitors;

/// <summary>An invitation as the resident and the staff see it.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Host">The resident who invites.</param>
/// <param name="Name">The visitor as the resident calls them.</param>
/// <param name="From">Begins.</param>
/// <param name="Until">Ends.</param>
/// <param name="Gates">Device ids of gates; empty for all.</param>
/// <param name="Visits">How many times the visitor may come.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Came">Whether an entry was counted.</param>
/// <param name="Made">When it was made.</param>
internal sealed record InvitationView(
    Guid Id, Guid Host, string Name, DateTimeOffset From, DateTimeOffset Until, IReadOnlyList<string> Gates, int Visits, GrantState State, bool Came, DateTimeOffset Made)
{
    /// <summary>Whether the visitor may still come.</summary>
    public bool IsOpen => State is GrantState.Coming or GrantState.Running;
}
