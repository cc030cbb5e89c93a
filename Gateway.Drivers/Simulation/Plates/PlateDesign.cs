namespace Gateway.Drivers.Simulation.Plates;

/// <summary>What stands on a plate and how it is made. Immutable.</summary>
/// <param name="Text">Its characters without separators, such as <c>京A12345</c>.</param>
/// <param name="Look">How it is made.</param>
public sealed record PlateDesign(string Text, PlateLook Look)
{
    /// <summary>The usual make of a plate with this text: by its length and its last or first character.</summary>
    public static PlateDesign Of(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return new PlateDesign(text, text[^1] switch
        {
            '警' => PlateLook.White,
            '学' => PlateLook.Yellow,
            '挂' => PlateLook.YellowTwoRows,
            '港' or '澳' or '使' or '领' => PlateLook.Black,
            _ when text[0] == '使' => PlateLook.Black,
            _ => text.Length == 8 ? PlateLook.Green : PlateLook.Blue,
        });
    }

    /// <summary>The plate's outer width, mm.</summary>
    public int Width => Look is PlateLook.Green or PlateLook.YellowGreen ? 480 : 440;

    /// <summary>The plate's outer height, mm.</summary>
    public int Height => Look == PlateLook.YellowTwoRows ? 220 : 140;

    /// <summary>The characters stand in two rows.</summary>
    public bool TwoRows => Look == PlateLook.YellowTwoRows;

    /// <summary>What cannot be drawn as a plate; null for nothing: a text of 7 characters, 8 on new-energy plates, all of which the glyphs hold.</summary>
    public string? Fault()
    {
        var length = Look is PlateLook.Green or PlateLook.YellowGreen ? 8 : 7;
        if (Text.Length != length)
        {
            return $"a {Look} plate has {length} characters, not {Text.Length}";
        }

        return Text.FirstOrDefault(character => !PlateGlyphs.Known.Contains(character, StringComparison.Ordinal)) is var odd and not '\0'
            ? $"'{odd}' stands on no plate"
            : null;
    }
}
