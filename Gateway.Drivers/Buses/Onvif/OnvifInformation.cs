namespace Gateway.Drivers.Buses.Onvif;

/// <summary>What a device says of itself; empty where it says nothing.</summary>
public sealed record OnvifInformation(string Maker, string Model, string Firmware)
{
    /// <summary>A device that did not tell.</summary>
    public static OnvifInformation Unknown { get; } = new("", "", "");
}
