using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>What a barrier asks, answered from memory, and what it reports back. Safe for use by several threads.</summary>
internal interface IVehicleAccess
{
    /// <summary>Decides; changes nothing. Never waits and never throws for a vehicle: what cannot be told is refused with the reason.</summary>
    VehicleDecision Decide(VehicleQuestion question);

    /// <summary>
    /// Whether the last that is known of a plate is that it came in: tells which way a vehicle goes in a lane for both. From memory.
    /// </summary>
    /// <returns>False where nothing is known.</returns>
    bool IsInside(PlateNumber plate);

    /// <summary>
    /// The vehicle has passed under the raised arm: counts its entry, begins or ends its stay. Completes when that is durable.
    /// </summary>
    /// <param name="decision">The decision it passed on; one by the guard's hand carries the plate as far as it is known.</param>
    /// <param name="direction">In or out.</param>
    /// <param name="barrier">Device id of the barrier.</param>
    /// <param name="at">When it passed.</param>
    /// <param name="cancellationToken">Gives up waiting; the entry is counted all the same.</param>
    ValueTask PassedAsync(VehicleDecision decision, LaneDirection direction, string barrier, DateTimeOffset at, CancellationToken cancellationToken);
}
