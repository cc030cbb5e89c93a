namespace Gateway.Cloud.Station.Live;

/// <summary>One recorded look at a portrait.</summary>
internal sealed record PortraitLook(string Officer, DateTimeOffset Time);
