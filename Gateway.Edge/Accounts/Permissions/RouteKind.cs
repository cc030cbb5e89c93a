namespace Gateway.Edge.Accounts.Permissions;

/// <summary>Who may use a route at all.</summary>
internal enum RouteKind
{
    /// <summary>Anybody on the network.</summary>
    Everyone,

    /// <summary>Whoever is signed in, whatever the role.</summary>
    SignedIn,

    /// <summary>Some roles.</summary>
    Roles,

    /// <summary>Programs with the access key; no session opens it.</summary>
    Key,
}
