using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Vehicles;

namespace Gateway.Edge.Console.Barriers;

/// <summary>A vehicle at a barrier, or one that it has done with, as the page shows it.</summary>
/// <param name="Id">Of this visit to the arm.</param>
/// <param name="Plate">Its plate; null where it cannot be read.</param>
/// <param name="At">When it was first seen, or when it passed.</param>
/// <param name="Tone">The outcome's colour.</param>
/// <param name="Icon">The outcome's icon.</param>
/// <param name="Outcome">What was decided or became of it, in a word.</param>
/// <param name="Reason">Why, with the next step; null while it is not decided.</param>
/// <param name="Who">Standing, owner and unit of the registered vehicle, for staff; null where it is not registered.</param>
/// <param name="Denied">Why it may not enter; null where it may.</param>
/// <param name="Remark">What else the guard should know; null for nothing.</param>
/// <param name="Leaving">True on its way out.</param>
/// <param name="Alarmed">The guard is needed now.</param>
/// <param name="Waits">The arm stays down for it until the guard decides.</param>
/// <param name="Picture">Id of its picture; null where there is none.</param>
public sealed record VehicleCard(
    Guid Id,
    PlateView? Plate,
    DateTimeOffset At,
    Tone Tone,
    string Icon,
    LocalizedText Outcome,
    LocalizedText? Reason,
    LocalizedText? Who,
    string? Denied,
    LocalizedText? Remark,
    bool Leaving,
    bool Alarmed,
    bool Waits,
    string? Picture);
