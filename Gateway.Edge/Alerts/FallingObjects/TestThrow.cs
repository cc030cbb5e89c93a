using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>A fall that was found while its camera was armed for test throws.</summary>
/// <param name="Number">Counts the throws of all cameras since the start, from 1.</param>
/// <param name="At">When it was reported.</param>
/// <param name="Fall">What was found.</param>
/// <param name="View">What the detector saw it with.</param>
/// <param name="From">The floor that it was thrown from as the person who threw it says; null until they have.</param>
internal sealed record TestThrow(long Number, DateTimeOffset At, Fall Fall, FallView View, int? From = null)
{
    /// <summary>Whether the floor that was found may be the one that was told; null where either is not known.</summary>
    public bool? Agrees => From is { } told && Fall.Origin is { } origin ? told >= origin.LowestFloor && told <= origin.HighestFloor : null;

    /// <summary>Floors by which what was found is above what was told; null where either is not known.</summary>
    public int? Off => From is { } told && Fall.Origin is { } origin ? origin.Floor - told : null;
}
