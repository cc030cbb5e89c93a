using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>One stay as the pages show it.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Plate">Its plate; null where nobody could read it.</param>
/// <param name="Vehicle">The registered vehicle; null where there is none.</param>
/// <param name="Standing">Its standing when it came; null likewise.</param>
/// <param name="Tone">The state's colour.</param>
/// <param name="Icon">The state's icon.</param>
/// <param name="State">Where it stands, in a word.</param>
/// <param name="EnteredAt">When it came; null where that was not seen.</param>
/// <param name="EntryBarrier">Where it came; null likewise.</param>
/// <param name="LeftAt">When it left; null while it is here.</param>
/// <param name="ExitBarrier">Where it left; null likewise.</param>
/// <param name="Length">How long it has stayed, in words; null where that is not known.</param>
/// <param name="Overstay">By how much it stays too long, in words; null where it does not.</param>
/// <param name="Correction">By whom and why it was changed by hand; null where it was not.</param>
public sealed record StayLine(
    Guid Id,
    PlateView? Plate,
    Guid? Vehicle,
    LocalizedText? Standing,
    Tone Tone,
    string Icon,
    LocalizedText State,
    DateTimeOffset? EnteredAt,
    LocalizedText? EntryBarrier,
    DateTimeOffset? LeftAt,
    LocalizedText? ExitBarrier,
    LocalizedText? Length,
    LocalizedText? Overstay,
    string? Correction);
