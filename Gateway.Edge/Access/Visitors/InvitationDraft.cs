namespace Gateway.Edge.Access.Visitors;

/// <summary>An invitation as somebody typed it; also the body of <c>POST /api/visitors</c>.</summary>
/// <param name="Host">The resident who invites.</param>
/// <param name="Name">The visitor as the resident calls them, 1 to 40 characters.</param>
/// <param name="Until">Ends.</param>
/// <param name="From">Begins; null for now.</param>
/// <param name="Gates">Device ids of gates; null or empty for all.</param>
/// <param name="Visits">How many times the visitor may come, 1 to <see cref="MostVisits"/>.</param>
internal sealed record InvitationDraft(Guid Host, string Name, DateTimeOffset Until, DateTimeOffset? From = null, IReadOnlyList<string>? Gates = null, int Visits = 1)
{
    /// <summary>Most visits of one invitation.</summary>
    public const int MostVisits = 10;
}
