using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Export;

/// <summary>Where an export stands at one moment. Immutable.</summary>
/// <param name="State">Where.</param>
/// <param name="Progress">How far it has come, 0 to 1.</param>
/// <param name="Stage">What it is at; null before the first store.</param>
/// <param name="File">The archive; null unless it is ready.</param>
/// <param name="Fault">Why there is none; null unless it failed.</param>
internal sealed record ExportStanding(ExportState State, double Progress, LocalizedText? Stage, byte[]? File, LocalizedText? Fault);
