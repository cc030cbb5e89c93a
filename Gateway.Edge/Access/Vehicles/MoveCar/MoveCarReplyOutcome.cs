using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>What became of an owner's answer.</summary>
/// <param name="Taken">It was taken down; a link takes one answer.</param>
/// <param name="Words">The same in words.</param>
internal sealed record MoveCarReplyOutcome(bool Taken, LocalizedText Words);
