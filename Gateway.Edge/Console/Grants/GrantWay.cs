namespace Gateway.Edge.Console.Grants;

/// <summary>How somebody who is granted access passes the gates, as the form names it.</summary>
internal static class GrantWay
{
    /// <summary>By a code on the phone.</summary>
    public const string Code = "code";

    /// <summary>By a card.</summary>
    public const string Card = "card";

    /// <summary>By the face.</summary>
    public const string Face = "face";

    /// <summary>By nothing of it: the guard lets the person in, or a pass is held already.</summary>
    public const string None = "none";
}
