namespace Gateway.Edge.Console.Residents;

/// <summary>Which residents the list shows.</summary>
public enum ResidentShow
{
    /// <summary>Everyone.</summary>
    All,

    /// <summary>Whose face gates recognise.</summary>
    Face,

    /// <summary>Who passes without a face.</summary>
    NoFace,

    /// <summary>Whose lease ends soon or has ended.</summary>
    Lease,
}
