using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Uplink;

/// <summary>A medium that the station has not receipted.</summary>
/// <param name="Id">Its place in the outbox, ascending.</param>
/// <param name="Medium">What it is.</param>
internal sealed record OutboxMedium(long Id, MediaReference Medium);
