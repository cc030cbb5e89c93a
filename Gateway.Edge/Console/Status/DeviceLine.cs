using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Status;

/// <summary>One device as the page shows it.</summary>
/// <param name="Id">Device id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="State">Its state in a word.</param>
/// <param name="Reason">Why, and what to do; null when there is nothing to say.</param>
/// <param name="Since">Since when.</param>
/// <param name="FramesDropped">Camera frames that newer ones replaced unseen; null without a camera.</param>
public sealed record DeviceLine(
    string Id, LocalizedText Name, Tone Tone, string Icon, LocalizedText State, LocalizedText? Reason, DateTimeOffset Since, long? FramesDropped);
