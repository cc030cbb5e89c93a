namespace Gateway.Edge.Access.Decisions;

/// <summary>Where a grant holds: at the gates named, at every gate of the areas named, or everywhere where neither is. Immutable.</summary>
/// <param name="Gates">Device ids of gates.</param>
/// <param name="Areas">Names of areas.</param>
internal sealed record GrantPlaces(IReadOnlyList<string> Gates, IReadOnlyList<string> Areas)
{
    /// <summary>Every gate.</summary>
    public static GrantPlaces Everywhere { get; } = new([], []);

    /// <summary>True where it holds.</summary>
    public bool Include(string gate, IReadOnlyList<string> areas) =>
        (Gates.Count == 0 && Areas.Count == 0)
        || Gates.Contains(gate, StringComparer.Ordinal)
        || Areas.Any(area => areas.Contains(area, StringComparer.Ordinal));
}
