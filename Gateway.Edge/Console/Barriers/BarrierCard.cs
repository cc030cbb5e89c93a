using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Status;

namespace Gateway.Edge.Console.Barriers;

/// <summary>One barrier as the live view shows it.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Direction">Which way vehicles pass, in a word.</param>
/// <param name="Arm">Where the arm is, as the drawing names it: <c>down</c>, <c>moving</c>, <c>up</c>, <c>unknown</c>.</param>
/// <param name="Position">The same in words.</param>
/// <param name="Mode">Who decides when the arm moves.</param>
/// <param name="ModeTone">The mode's colour.</param>
/// <param name="Sight">Whether plates are read.</param>
/// <param name="SightTone">Its colour.</param>
/// <param name="Trouble">Why plates are not read, and what to do; null where they are.</param>
/// <param name="TroubleSince">Since when; null likewise.</param>
/// <param name="Health">The device's state.</param>
/// <param name="Waiting">The vehicle at the arm; null for none.</param>
/// <param name="Queue">Vehicles behind it.</param>
/// <param name="Last">Vehicles that passed or left again, the newest first.</param>
public sealed record BarrierCard(
    string Id,
    LocalizedText Name,
    LocalizedText Direction,
    string Arm,
    LocalizedText Position,
    LocalizedText Mode,
    Tone ModeTone,
    LocalizedText Sight,
    Tone SightTone,
    LocalizedText? Trouble,
    DateTimeOffset? TroubleSince,
    DeviceLine? Health,
    VehicleCard? Waiting,
    IReadOnlyList<VehicleCard> Queue,
    IReadOnlyList<VehicleCard> Last);
