namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>An owner's answer.</summary>
/// <param name="Minutes">Comes within so many minutes, 1 to 120; null with <paramref name="NotMine"/>.</param>
/// <param name="NotMine">It is not their vehicle: the guard looks into it.</param>
internal sealed record MoveCarReply(int? Minutes, bool NotMine = false);
