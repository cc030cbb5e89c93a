namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>The start of a plate's text while it is being read from left to right.</summary>
/// <param name="Text">The characters so far.</param>
/// <param name="Blank">Probability of all ways to this text that end in a blank.</param>
/// <param name="Character">Probability of all ways that end in its last character.</param>
/// <param name="Patterns">The patterns it can still become, a bit each.</param>
internal readonly record struct Hypothesis(PackedText Text, double Blank, double Character, uint Patterns)
{
    /// <summary>Probability of all ways to this text.</summary>
    public double Total => Blank + Character;
}
