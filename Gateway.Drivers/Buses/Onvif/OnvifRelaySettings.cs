namespace Gateway.Drivers.Buses.Onvif;

/// <summary>How a relay output behaves.</summary>
/// <param name="Monostable">It returns to idle by itself after <paramref name="Delay"/>, even when the gateway has died meanwhile.</param>
/// <param name="Delay">How long a monostable relay stays active.</param>
/// <param name="IdleOpen">Its contact is open while idle.</param>
public sealed record OnvifRelaySettings(bool Monostable, TimeSpan Delay, bool IdleOpen = true);
