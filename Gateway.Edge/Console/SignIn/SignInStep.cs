namespace Gateway.Edge.Console.SignIn;

/// <summary>How far a try to sign in came.</summary>
internal enum SignInStep
{
    /// <summary>The session has begun.</summary>
    SignedIn,

    /// <summary>The password was right; the code of the second factor is asked for.</summary>
    CodeNeeded,

    /// <summary>Name or password is wrong.</summary>
    Wrong,

    /// <summary>The code is wrong; another may follow.</summary>
    WrongCode,

    /// <summary>Too long ago, or no password before it: from the beginning.</summary>
    Again,

    /// <summary>The account is locked for a while.</summary>
    LockedOut,

    /// <summary>The account is closed.</summary>
    Disabled,

    /// <summary>Too many wrong tries from this address.</summary>
    Paused,
}
