namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>The likeliest plate in one or more views.</summary>
/// <param name="Text">A text that fits a pattern; empty where none does.</param>
/// <param name="Share">Its share of the probability of all legal texts, 0..1.</param>
/// <param name="Fit">How well the pixels fit the text at all, 0..1: geometric mean over characters and recognisers. Low for what is no plate.</param>
/// <param name="Characters">Character by character.</param>
internal sealed record PlateText(string Text, float Share, float Fit, IReadOnlyList<PlateCharacter> Characters)
{
    /// <summary>Nothing that could be a plate.</summary>
    public static PlateText None { get; } = new("", 0, 0, []);
}
