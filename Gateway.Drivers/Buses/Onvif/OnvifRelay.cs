namespace Gateway.Drivers.Buses.Onvif;

/// <summary>A relay output as the device describes it.</summary>
/// <param name="Token">The device's id of it.</param>
/// <param name="Settings">How it behaves.</param>
public sealed record OnvifRelay(string Token, OnvifRelaySettings Settings);
