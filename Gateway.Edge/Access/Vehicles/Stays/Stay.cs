using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>One stay of one vehicle in the compound. Immutable.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Plate">Its number; null where nobody could read it.</param>
/// <param name="Vehicle">Id of the registered vehicle; null where it was not registered.</param>
/// <param name="Standing">Its standing when it came; null where it was not registered.</param>
/// <param name="State">Where it stands.</param>
/// <param name="EnteredAt">When it came; null where that was not seen.</param>
/// <param name="EntryBarrier">Device id of the barrier it came by; null where that was not seen or by hand.</param>
/// <param name="LeftAt">When it left, never before <paramref name="EnteredAt"/>; null while it is here.</param>
/// <param name="ExitBarrier">Device id of the barrier it left by; null likewise.</param>
/// <param name="AllowedMinutes">Minutes it may stay, free and paid; null for any.</param>
/// <param name="OverstayedAt">When it was found to have stayed longer; null while it was not.</param>
/// <param name="SettledAt">When the overstay was last settled at the guard's; null while it was not.</param>
/// <param name="CorrectedBy">Who changed it by hand last, without personal data; null for nobody.</param>
/// <param name="CorrectionReason">Why.</param>
internal sealed record Stay(
    Guid Id,
    PlateNumber? Plate,
    Guid? Vehicle,
    VehicleStanding? Standing,
    StayState State,
    DateTimeOffset? EnteredAt,
    string? EntryBarrier,
    DateTimeOffset? LeftAt,
    string? ExitBarrier,
    int? AllowedMinutes,
    DateTimeOffset? OverstayedAt,
    DateTimeOffset? SettledAt,
    string? CorrectedBy,
    string? CorrectionReason)
{
    /// <summary>How long it has stayed by <paramref name="now"/>, never negative; null where its coming was not seen.</summary>
    public TimeSpan? Length(DateTimeOffset now)
    {
        if (EnteredAt is not { } entered)
        {
            return null;
        }

        var length = (LeftAt ?? now) - entered;
        return length > TimeSpan.Zero ? length : TimeSpan.Zero;
    }

    /// <summary>By how much it has stayed too long by <paramref name="now"/>; zero where it has not.</summary>
    public TimeSpan Overstay(DateTimeOffset now) =>
        AllowedMinutes is { } allowed && Length(now) is { } length && length > TimeSpan.FromMinutes(allowed) ? length - TimeSpan.FromMinutes(allowed) : TimeSpan.Zero;
}
