using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>How a request to move a vehicle goes on.</summary>
/// <param name="Step">How far it has come.</param>
/// <param name="Words">The same in words, with the next step.</param>
/// <param name="ComingAt">When the owner means to be there; null while unknown.</param>
internal sealed record MoveCarProgress(MoveCarStep Step, LocalizedText Words, DateTimeOffset? ComingAt);
