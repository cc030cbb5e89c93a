using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp;

/// <summary>The connection to a charger.</summary>
/// <param name="Connected">Whether it is there.</param>
/// <param name="Code">Stable cause: <c>ok</c>, <c>never-seen</c>, <c>disconnected</c>, <c>quiet</c>, <c>misbehaving</c>, <c>stopped</c>.</param>
/// <param name="Reason">The cause in words with the likely fix.</param>
/// <param name="Since">When this state began.</param>
internal sealed record OcppLink(bool Connected, string Code, Wording Reason, DateTimeOffset Since);
