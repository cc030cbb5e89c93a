namespace Gateway.Drivers.Buses.Onvif;

/// <summary>One message of a pull point.</summary>
/// <param name="Topic">The topic without namespace prefixes, such as <c>Device/Trigger/DigitalInput</c>.</param>
/// <param name="Source">What it concerns, such as <c>InputToken</c>.</param>
/// <param name="Data">What it says, such as <c>LogicalState</c>.</param>
internal sealed record OnvifNotice(string Topic, IReadOnlyDictionary<string, string> Source, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>The digital input or relay that it concerns; null for other topics.</summary>
    public string? Token => Source.GetValueOrDefault("InputToken") ?? Source.GetValueOrDefault("RelayToken") ?? Source.GetValueOrDefault("Token");

    /// <summary>The level that it tells; null where it tells none. Devices write it in several ways.</summary>
    public bool? Level => (Data.GetValueOrDefault("LogicalState") ?? Data.GetValueOrDefault("State") ?? Data.GetValueOrDefault("Value"))?.ToLowerInvariant() switch
    {
        "true" or "1" or "active" or "on" => true,
        "false" or "0" or "inactive" or "off" => false,
        _ => null,
    };
}
