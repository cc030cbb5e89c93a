namespace Gateway.Edge.Privacy.People;

/// <summary>As what the compound knows a person.</summary>
internal enum SubjectKind
{
    /// <summary>Lives here.</summary>
    Resident,

    /// <summary>Has or had temporary access.</summary>
    Worker,
}
