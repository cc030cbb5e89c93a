namespace Gateway.Edge.Access.Vehicles;

/// <summary>Part of a plate as somebody typed it, in the spelling of plates.</summary>
internal static class PlatePart
{
    private const int Longest = 16;

    /// <summary>Capitals and narrow characters without separators; empty for nothing, cut where it is longer than any plate.</summary>
    public static string Of(string? text)
    {
        var kept = (text ?? "").Select(Narrow).Where(char.IsLetterOrDigit).Take(Longest);
        return new string([.. kept]);
    }

    private static char Narrow(char character) => char.ToUpperInvariant(character is >= '！' and <= '～' ? (char)(character - 0xFEE0) : character);
}
