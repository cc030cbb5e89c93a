namespace Gateway.Cloud.Station.Live;

/// <summary>One compound as the page shows it.</summary>
/// <param name="MissingRecords">Records that the gateway still has to send, as far as the station can tell.</param>
/// <param name="MissingMedia">Media that stored events name and that have not arrived.</param>
internal sealed record CompoundView(
    string Id,
    bool Online,
    DateTimeOffset Since,
    DateTimeOffset? LastEvent,
    long MissingRecords,
    int MissingMedia);
