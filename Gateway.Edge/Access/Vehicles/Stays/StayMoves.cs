using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>What passings and corrections make of stays: functions without a clock. No stay they make ends before it begins.</summary>
internal static class StayMoves
{
    /// <summary>A vehicle came.</summary>
    public static Stay Enter(PlateNumber? plate, Vehicle? vehicle, string? barrier, DateTimeOffset at, int? freeMinutes) => new(
        Guid.CreateVersion7(at),
        plate,
        vehicle?.Id,
        vehicle?.Standing,
        StayState.Inside,
        at,
        barrier,
        LeftAt: null,
        ExitBarrier: null,
        Allowance.Of(vehicle, freeMinutes),
        OverstayedAt: null,
        SettledAt: null,
        CorrectedBy: null,
        CorrectionReason: null);

    /// <summary>A vehicle left that nobody had seen coming.</summary>
    public static Stay LeaveUnseen(PlateNumber? plate, Vehicle? vehicle, string barrier, DateTimeOffset at) =>
        Enter(plate, vehicle, null, at, null) with { State = StayState.EnteredUnseen, EnteredAt = null, LeftAt = at, ExitBarrier = barrier };

    /// <summary>A stay is over.</summary>
    public static Stay End(Stay stay, StayState state, string? barrier, DateTimeOffset at) => stay with
    {
        State = state,
        // A clock that was set back must not make it leave before it came.
        LeftAt = at < stay.EnteredAt ? stay.EnteredAt : at,
        ExitBarrier = barrier,
    };

    /// <summary>Somebody changed it by hand.</summary>
    public static Stay Correct(Stay stay, string by, string reason) => stay with { CorrectedBy = by, CorrectionReason = reason };
}
