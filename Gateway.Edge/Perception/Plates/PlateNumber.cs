using System.Diagnostics.CodeAnalysis;

namespace Gateway.Edge.Perception.Plates;

/// <summary>A legal plate number in one spelling: capitals, no separators, such as <c>京A12345</c>. Equal by text. Immutable.</summary>
internal sealed record PlateNumber
{
    private const int LongestInput = 32;

    private PlateNumber(string text, PlateKind kind) => (Text, Kind) = (text, kind);

    /// <summary>The characters, 7 or 8.</summary>
    public string Text { get; }

    /// <summary>What kind of plate it is.</summary>
    public PlateKind Kind { get; }

    /// <summary>As people write it: <c>京A·12345</c>.</summary>
    public string Display => PlateGrammar.Places.Contains(Text[1], StringComparison.Ordinal) ? $"{Text[..2]}·{Text[2..]}" : Text;

    /// <summary>
    /// Reads what somebody typed or a file holds: small letters, full-width characters, spaces, dots and hyphens are accepted. False for
    /// anything that is no plate.
    /// </summary>
    public static bool TryParse(string? input, [NotNullWhen(true)] out PlateNumber? number)
    {
        number = null;
        if (input is null || input.Length > LongestInput)
        {
            return false;
        }

        Span<char> kept = stackalloc char[LongestInput];
        var length = 0;
        foreach (var given in input)
        {
            // Full-width forms lie 0xFEE0 above their ASCII twins.
            var character = char.ToUpperInvariant(given is >= '！' and <= '～' ? (char)(given - 0xFEE0) : given);
            if (!IsSeparator(character))
            {
                kept[length++] = character;
            }
        }

        if (PlateGrammar.KindOf(kept[..length]) is not { } kind)
        {
            return false;
        }

        number = new PlateNumber(kept[..length].ToString(), kind);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static bool IsSeparator(char character) => char.IsWhiteSpace(character) || character is '·' or '.' or '-' or '•' or '・' or '－' or '●';
}
