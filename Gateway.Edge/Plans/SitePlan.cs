namespace Gateway.Edge.Plans;

/// <summary>A plan of the compound, of one of its floors or of a part of it. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it, 1 to <see cref="LongestName"/> characters.</param>
/// <param name="Picture">The picture in force.</param>
/// <param name="Earlier">The picture before it; null where there was none.</param>
public sealed record SitePlan(Guid Id, string Name, PlanPicture Picture, PlanPicture? Earlier)
{
    /// <summary>Longest name.</summary>
    public const int LongestName = 40;
}
