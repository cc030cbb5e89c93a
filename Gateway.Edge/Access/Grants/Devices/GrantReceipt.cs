namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>A device's word that it has taken over the state of a grant.</summary>
/// <param name="Grant">Which grant.</param>
/// <param name="Device">Device id.</param>
/// <param name="Revision">The grant's revision that it has.</param>
/// <param name="Erased">It holds nothing of the grant any more, nor of the worker's face unless another grant needs it.</param>
/// <param name="ConfirmedAt">When it said so.</param>
internal sealed record GrantReceipt(Guid Grant, string Device, long Revision, bool Erased, DateTimeOffset ConfirmedAt);
