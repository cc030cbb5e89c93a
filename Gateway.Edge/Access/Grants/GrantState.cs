namespace Gateway.Edge.Access.Grants;

/// <summary>Where a grant stands.</summary>
internal enum GrantState
{
    /// <summary>Has not begun.</summary>
    Coming,

    /// <summary>Between its begin and its end.</summary>
    Running,

    /// <summary>Its end has passed.</summary>
    Ended,

    /// <summary>Was taken back before its end.</summary>
    Revoked,
}
