namespace Gateway.Edge.Privacy.Stores;

/// <summary>What one store holds on one person.</summary>
/// <param name="Files">For the export, the store's JSON first; empty where nothing is stored.</param>
/// <param name="Lines">The same for people to read.</param>
internal sealed record StoreContent(IReadOnlyList<StoreFile> Files, IReadOnlyList<StoreLine> Lines)
{
    public static StoreContent Nothing { get; } = new([], []);
}
