namespace Gateway.Edge.Accounts;

/// <summary>Whether what somebody offered opens an account.</summary>
internal enum CredentialVerdict
{
    /// <summary>It does.</summary>
    Right,

    /// <summary>No account of that name, or the wrong password or code.</summary>
    Wrong,

    /// <summary>Too many wrong tries before: nothing was looked at.</summary>
    LockedOut,

    /// <summary>The right one, of an account that is closed.</summary>
    Disabled,
}
