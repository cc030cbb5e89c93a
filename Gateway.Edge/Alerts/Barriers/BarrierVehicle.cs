using Gateway.Cloud.Contract;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Alerts.Barriers;

/// <summary>A vehicle before a barrier as the property staff see it.</summary>
/// <param name="Id">What orders about it name.</param>
/// <param name="Plate">Its number as it was read; null where it could not be.</param>
/// <param name="State">Name of a <see cref="VehicleState"/>.</param>
/// <param name="Outcome">What was decided; null while it is not its turn.</param>
/// <param name="Reason">Why; null as before.</param>
/// <param name="Since">When it was first seen.</param>
internal sealed record BarrierVehicle(Guid Id, string? Plate, string State, string? Outcome, LocalizedText? Reason, DateTimeOffset Since)
{
    public static BarrierVehicle Of(WaitingVehicle vehicle) =>
        new(vehicle.Id, vehicle.Plate?.Text, vehicle.State.ToString(), vehicle.Outcome?.ToString(), vehicle.Reason, vehicle.Since);
}
