namespace Gateway.Edge.Perception.Plates.Synthetic;

/// <summary>Which synthetic pictures are wanted.</summary>
/// <param name="Condition">Null for all in turn.</param>
/// <param name="Count">How many.</param>
/// <param name="Seed">Of the first.</param>
/// <param name="Full">Whole pictures of a vehicle in its lane; otherwise plates cut out.</param>
internal sealed record PlateOrder(PlateCondition? Condition, int Count, int Seed, bool Full);
