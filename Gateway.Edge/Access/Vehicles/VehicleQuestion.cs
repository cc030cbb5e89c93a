using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>A vehicle before a barrier, as far as a decision needs to know it.</summary>
/// <param name="Plate">The number; null where it could not be read.</param>
/// <param name="Certain">The reader vouches for it; no decision opens on an uncertain number.</param>
/// <param name="Colour">The plate's ground, where it can be told.</param>
/// <param name="Barrier">Device id of the barrier.</param>
/// <param name="Direction">Which way the lane goes; for <see cref="LaneDirection.Both"/> nobody can tell which way the vehicle does.</param>
/// <param name="At">When, by the gateway's wall clock.</param>
internal sealed record VehicleQuestion(
    PlateNumber? Plate, bool Certain, PlateColour Colour, string Barrier, LaneDirection Direction, DateTimeOffset At)
{
    /// <summary>How sure the reader is of each character, in the plate's order; empty where that is not known.</summary>
    public IReadOnlyList<PlateCharacter> Characters { get; init; } = [];
}
