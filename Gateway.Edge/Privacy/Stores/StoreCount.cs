using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>How much of something.</summary>
/// <param name="What">Of what.</param>
/// <param name="Count">How many.</param>
internal sealed record StoreCount(LocalizedText What, long Count);
