namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>How full the compound is.</summary>
/// <param name="Inside">Vehicles in the compound, all of them.</param>
/// <param name="Visitors">Of them, those that are no resident's.</param>
/// <param name="Overstaying">Of them, those that have stayed too long and have not settled it.</param>
/// <param name="Capacity">Places in all; null where the site sets none.</param>
/// <param name="VisitorCapacity">Places for those that are no resident's; null where the site sets none.</param>
internal sealed record Occupancy(int Inside, int Visitors, int Overstaying, int? Capacity, int? VisitorCapacity)
{
    /// <summary>No vehicle that is no resident's is let in.</summary>
    public bool IsFull => Inside >= (Capacity ?? int.MaxValue) || Visitors >= (VisitorCapacity ?? int.MaxValue);
}
