namespace Gateway.Cloud.Station.Live;

/// <summary>One compound as the page shows it.</summary>
/// <remarks>
/// MissingRecords are those that the gateway still has to send, as far as the station can tell; MissingMedia are named by stored
/// events and have not arrived.
/// </remarks>
public sealed record CompoundView(
    string Id,
    bool Online,
    DateTimeOffset Since,
    DateTimeOffset? LastEvent,
    long MissingRecords,
    int MissingMedia,
    DeviceList Devices);
