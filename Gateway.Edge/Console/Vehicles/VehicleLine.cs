using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>A registered vehicle in the list.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Plate">Its plate.</param>
/// <param name="Standing">On what footing, in a word.</param>
/// <param name="Tone">The standing's colour.</param>
/// <param name="Icon">The standing's icon.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Unit">Flat of the owner or the host; null for none.</param>
/// <param name="MaskedPhone">The owner's number, masked; null for none.</param>
/// <param name="Window">When it may enter and how often; null for always.</param>
/// <param name="Closed">Why it is not let in at this moment, in a word; null where it is.</param>
/// <param name="Note">A word by whoever registered it.</param>
public sealed record VehicleLine(
    Guid Id,
    PlateView Plate,
    LocalizedText Standing,
    Tone Tone,
    string Icon,
    string Owner,
    string? Unit,
    string? MaskedPhone,
    LocalizedText? Window,
    LocalizedText? Closed,
    string? Note);
