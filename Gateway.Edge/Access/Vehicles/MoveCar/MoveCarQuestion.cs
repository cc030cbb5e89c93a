using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>What an owner finds behind the one-time link.</summary>
/// <param name="Plate">Which vehicle.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="Reason">Why, in the words of whoever asked; null for none. Text of a stranger: show it as text alone.</param>
/// <param name="CallerMaskedPhone">Masked number of whoever asked; null where none was given.</param>
/// <param name="Answered">The answer that was given already; null while none was.</param>
internal sealed record MoveCarQuestion(PlateNumber Plate, DateTimeOffset AskedAt, string? Reason, string? CallerMaskedPhone, LocalizedText? Answered);
