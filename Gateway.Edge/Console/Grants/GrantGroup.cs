namespace Gateway.Edge.Console.Grants;

/// <summary>Where a grant stands in the list, what needs somebody first. Each grant stands in one group.</summary>
public enum GrantGroup
{
    /// <summary>Inside beyond window or end.</summary>
    Overstaying,

    /// <summary>Came in and was not seen leaving.</summary>
    Inside,

    /// <summary>Begins later today.</summary>
    StartsToday,

    /// <summary>Holds now.</summary>
    Valid,

    /// <summary>Begins on a later day.</summary>
    Later,

    /// <summary>Over, or taken back.</summary>
    Ended,
}
