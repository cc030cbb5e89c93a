namespace Gateway.Edge.Perception.Plates;

/// <summary>One form that plates take: which characters each position may hold. Immutable.</summary>
/// <param name="Kind">What a plate of this form is.</param>
/// <param name="Positions">The legal characters, position by position.</param>
internal sealed record PlatePattern(PlateKind Kind, IReadOnlyList<string> Positions)
{
    /// <summary>Characters of such a plate.</summary>
    public int Length => Positions.Count;

    /// <summary>True when every character is legal where it stands.</summary>
    public bool Matches(ReadOnlySpan<char> text)
    {
        if (text.Length != Positions.Count)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!Positions[i].Contains(text[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
