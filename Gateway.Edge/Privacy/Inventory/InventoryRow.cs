using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Inventory;

/// <summary>One kind of thing that is stored on people.</summary>
/// <param name="What">What.</param>
/// <param name="Whom">On whom.</param>
/// <param name="Count">How much; in words, with its unit.</param>
/// <param name="Purpose">For what.</param>
/// <param name="Retention">How long, from the configuration.</param>
/// <param name="OldestDue">When the oldest is due to go; null where nothing is due at a time of its own.</param>
internal sealed record InventoryRow(LocalizedText What, LocalizedText Whom, LocalizedText Count, LocalizedText Purpose, LocalizedText Retention, DateTimeOffset? OldestDue = null);
