namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>How long a vehicle may stay.</summary>
internal static class Allowance
{
    /// <summary>Free and paid minutes together; null for any, as for residents and where the site sets none and nothing was paid.</summary>
    public static int? Of(Vehicle? vehicle, int? freeMinutes) => vehicle?.Standing == VehicleStanding.Resident
        ? null
        : Extend(freeMinutes, vehicle?.PaidMinutes);

    /// <summary>Minutes with more on top; null on either side adds nothing.</summary>
    public static int? Extend(int? minutes, int? more) => minutes is null ? more : (int)Math.Min((long)minutes + (more ?? 0), int.MaxValue);
}
