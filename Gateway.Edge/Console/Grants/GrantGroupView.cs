namespace Gateway.Edge.Console.Grants;

/// <summary>One group of the list.</summary>
/// <param name="Group">Which.</param>
/// <param name="Lines">Its first grants, those that end or began first.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record GrantGroupView(GrantGroup Group, IReadOnlyList<GrantLine> Lines, int Count);
