namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Which grants to list.</summary>
/// <param name="Search">Part of a name, a tag or a host; null for all.</param>
/// <param name="State">Only these; null for all.</param>
/// <param name="Inside">Only those whose worker is inside; null for all.</param>
/// <param name="Overstaying">Only those whose worker is inside beyond the window; null for all.</param>
/// <param name="Skip">How many of them to pass over.</param>
/// <param name="Limit">Most to return, 1 to 1000.</param>
internal sealed record GrantFilter(
    string? Search = null, GrantState? State = null, bool? Inside = null, bool? Overstaying = null, int Skip = 0, int Limit = 200);
