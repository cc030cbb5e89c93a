namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>A change to a stay by hand.</summary>
/// <param name="Reason">Why, 1 to 200 characters, without names or phone numbers.</param>
/// <param name="At">When it was, not in the future; null for now.</param>
/// <param name="Minutes">Minutes paid for; of <see cref="IVehicleStays.AddMinutesAsync"/> alone, 1 to 525600.</param>
internal sealed record StayCorrection(string Reason, DateTimeOffset? At = null, int? Minutes = null);
