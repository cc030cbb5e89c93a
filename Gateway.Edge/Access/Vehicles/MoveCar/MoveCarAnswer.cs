using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>What somebody who asks for a vehicle to be moved is told. The same for a plate that is registered and one that is not.</summary>
/// <param name="Taken">The request was taken down.</param>
/// <param name="Words">What happens next, in words.</param>
/// <param name="Follow">Key to <see cref="IMoveCarDesk.FollowAsync"/>; null when not taken down.</param>
/// <param name="Refusals">What is wrong with the request, field by field; empty when taken down, or when asked too often.</param>
/// <param name="RetryAfter">How long to wait, where somebody asks too often; null otherwise.</param>
internal sealed record MoveCarAnswer(bool Taken, LocalizedText Words, string? Follow, IReadOnlyList<VehicleRefusal> Refusals, TimeSpan? RetryAfter);
