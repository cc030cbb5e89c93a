using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>A vehicle that a barrier has done with. Immutable.</summary>
/// <param name="Id">Of this visit to the arm.</param>
/// <param name="At">When it passed or left.</param>
/// <param name="Plate">Its number; null where it is not known.</param>
/// <param name="Colour">The plate's ground.</param>
/// <param name="Direction">Which way it went or wanted to go.</param>
/// <param name="End">What became of it.</param>
/// <param name="Outcome">What was decided; null where nothing was.</param>
/// <param name="Reason">Why, in words; null as before.</param>
/// <param name="By">Who let it in by hand, such as <c>console:duty</c>; null for nobody.</param>
/// <param name="Vehicle">The registered vehicle; null where there is none.</param>
/// <param name="Picture">Id of its picture in <see cref="LanePictures"/>; null where there is none.</param>
internal sealed record PassedVehicle(
    Guid Id,
    DateTimeOffset At,
    PlateNumber? Plate,
    PlateColour Colour,
    LaneDirection Direction,
    VehicleEnd End,
    VehicleOutcome? Outcome,
    LocalizedText? Reason,
    string? By,
    Vehicle? Vehicle,
    string? Picture);
