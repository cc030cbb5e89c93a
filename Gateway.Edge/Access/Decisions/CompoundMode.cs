namespace Gateway.Edge.Access.Decisions;

/// <summary>In which state of the compound a gate decides.</summary>
internal enum CompoundMode
{
    /// <summary>Everybody by their own right.</summary>
    Normal,

    /// <summary>Residents only; temporary workers wait outside. Whoever is inside may leave.</summary>
    Lockdown,

    /// <summary>Fire or emergency: the way is free for everybody, whatever else holds.</summary>
    Released,
}
