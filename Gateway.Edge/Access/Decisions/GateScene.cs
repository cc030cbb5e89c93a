using System.Collections.Immutable;

namespace Gateway.Edge.Access.Decisions;

/// <summary>Where and under what circumstances somebody wants to pass. Immutable.</summary>
/// <param name="Gate">Device id of the gate.</param>
/// <param name="Zone">The compound's time zone, in which weekly hours and holidays count.</param>
internal sealed record GateScene(string Gate, TimeZoneInfo Zone)
{
    /// <summary>A gate of which nothing is set.</summary>
    public static GateScene Plain { get; } = new("gate", TimeZoneInfo.Utc);

    /// <summary>Areas into which the gate leads.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Which way people go.</summary>
    public GateWay Way { get; init; }

    /// <summary>The state of the compound, or of this gate.</summary>
    public CompoundMode Mode { get; init; }

    /// <summary>The compound's holidays.</summary>
    public ImmutableHashSet<DateOnly> Holidays { get; init; } = [];

    /// <summary>How long an opening at the same gate belongs to the entry counted before.</summary>
    public TimeSpan SameEntry { get; init; } = TimeSpan.FromMinutes(1);
}
