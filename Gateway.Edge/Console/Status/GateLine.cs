using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Status;

/// <summary>What one gate shows at this moment.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Tone">Its colour.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Phase">What it is doing, in a word.</param>
/// <param name="Words">The words on show; null while idle.</param>
public sealed record GateLine(LocalizedText Name, Tone Tone, string Icon, LocalizedText Phase, LocalizedText? Words);
