namespace Gateway.Edge.Access.Decisions;

/// <summary>Which way people go through a gate.</summary>
internal enum GateWay
{
    /// <summary>Both, without telling which: decided as a way in.</summary>
    Both,

    /// <summary>In only.</summary>
    In,

    /// <summary>Out only: nobody who is known is held back there.</summary>
    Out,
}
