namespace Gateway.Edge.Access.Decisions;

/// <summary>Looks up who a recognised subject is, now. In memory and safe for use by several threads.</summary>
internal interface IPeople
{
    /// <summary>The person, or null when nobody (any more) stands behind this subject.</summary>
    KnownPerson? Find(Guid subject);
}
