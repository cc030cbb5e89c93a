using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>A vehicle before a barrier. Immutable.</summary>
/// <param name="Id">Of this visit to the arm; what orders about it name.</param>
/// <param name="Plate">Its number as read; null where it cannot be read.</param>
/// <param name="Colour">The plate's ground.</param>
/// <param name="Confidence">How sure the reader is of the number, 0..1.</param>
/// <param name="Direction">Which way it goes; In or Out.</param>
/// <param name="Since">When its plate was first seen.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Outcome">What was decided; null while it is not its turn.</param>
/// <param name="Reason">Why, with the next step; null as before.</param>
/// <param name="Fuzzy">The plate was read with a slip and still belongs to <paramref name="Vehicle"/>.</param>
/// <param name="Vehicle">The registered vehicle; null where there is none.</param>
/// <param name="Alarmed">It has waited long, or is on the deny list: the guard is needed now.</param>
/// <param name="Picture">Id of its picture in <see cref="LanePictures"/>; null where there is none.</param>
internal sealed record WaitingVehicle(
    Guid Id,
    PlateNumber? Plate,
    PlateColour Colour,
    float Confidence,
    LaneDirection Direction,
    DateTimeOffset Since,
    VehicleState State,
    VehicleOutcome? Outcome,
    LocalizedText? Reason,
    bool Fuzzy,
    Vehicle? Vehicle,
    bool Alarmed,
    string? Picture);
