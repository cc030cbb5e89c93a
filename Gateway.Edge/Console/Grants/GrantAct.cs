namespace Gateway.Edge.Console.Grants;

/// <summary>What can be done with a grant on its row.</summary>
public enum GrantAct
{
    /// <summary>See, give or take back what the worker passes with.</summary>
    Pass,

    /// <summary>A later end.</summary>
    Renew,

    /// <summary>An earlier end.</summary>
    Shorten,

    /// <summary>Take it back.</summary>
    Revoke,

    /// <summary>Note that the worker has left.</summary>
    Left,
}
