using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>What a gate's display shows: both languages at once, since nobody chooses one at a gate.</summary>
/// <param name="Mood">Colour and sign.</param>
/// <param name="Gate">The gate's name.</param>
/// <param name="Headline">The one line that is read from two metres away.</param>
/// <param name="Advice">What to do next; null where nothing is to be done.</param>
/// <param name="Phone">Whom to call; null where none is set or nobody needs to.</param>
public sealed record DisplayView(DisplayMood Mood, LocalizedText Gate, LocalizedText Headline, LocalizedText? Advice, string? Phone)
{
    /// <summary>What the voice says in place of the headline; null for the same.</summary>
    public LocalizedText? Said { get; init; }

    /// <summary>A message of the property or the station, while nobody stands there; null for none.</summary>
    public LocalizedText? Notice { get; init; }
}
