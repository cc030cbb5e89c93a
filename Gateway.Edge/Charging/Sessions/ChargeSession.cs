using Gateway.Cloud.Contract;
using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>One session at one outlet, as it stands on the disk. Holds nothing of who charges.</summary>
/// <param name="Id">Opaque.</param>
/// <param name="Device">The charging point.</param>
/// <param name="Outlet">The outlet.</param>
/// <param name="Begun">When.</param>
internal sealed record ChargeSession(Guid Id, string Device, string Outlet, DateTimeOffset Begun)
{
    /// <summary>When it was last known to go on.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>When it ended; null while it goes on.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Why; null while it goes on.</summary>
    public EndReason? Reason { get; init; }

    /// <summary>More on why, such as the temperature or what a guard wrote; null where the reason says it all.</summary>
    public LocalizedText? Detail { get; init; }

    /// <summary>Whether the meter has shown that the outlet is without power.</summary>
    public bool IsProven { get; init; }

    /// <summary>Energy, Wh.</summary>
    public double WattHours { get; init; }

    /// <summary>Highest smoothed power, W.</summary>
    public double Plateau { get; init; }

    /// <summary>Power of its last quarter of an hour as a share of its plateau; null where it was too short to tell.</summary>
    public double? Tail { get; init; }

    /// <summary>How long it took, until now or until its end.</summary>
    public TimeSpan Took(DateTimeOffset now) => (Ended ?? now) is var end && end > Begun ? end - Begun : TimeSpan.Zero;
}
