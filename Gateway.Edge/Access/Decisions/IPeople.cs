namespace Gateway.Edge.Access.Decisions;

/// <summary>Looks up who a recognised subject is, now. In memory and safe for use by several threads.</summary>
internal interface IPeople
{
    /// <summary>False while not everybody can be recognised, so that an unknown face need not be a stranger's.</summary>
    bool IsComplete { get; }

    /// <summary>The person, or null when nobody (any more) stands behind this subject.</summary>
    KnownPerson? Find(Guid subject);
}
