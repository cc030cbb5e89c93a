namespace Gateway.Edge.Accounts.Permissions;

/// <summary>Who may use a route.</summary>
/// <param name="Kind">Who at all.</param>
/// <param name="See">The roles that may look (GET); empty unless <see cref="RouteKind.Roles"/>.</param>
/// <param name="Do">The roles that may change something (any other method).</param>
internal sealed record RouteRule(RouteKind Kind, IReadOnlyList<AccountRole> See, IReadOnlyList<AccountRole> Do)
{
    /// <summary>True when the role may use the route in this way.</summary>
    public bool Allows(AccountRole role, bool looking) => Kind switch
    {
        RouteKind.Everyone or RouteKind.SignedIn => true,
        RouteKind.Roles => (looking ? See : Do).Contains(role),
        _ => false,
    };
}
