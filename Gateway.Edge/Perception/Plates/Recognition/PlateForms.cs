namespace Gateway.Edge.Perception.Plates.Recognition;

/// <summary>
/// How well a plate's form goes with its colour, as a logarithm of odds. Chosen small against clear characters, each of which is worth
/// five or more: colour settles only what the characters leave open.
/// </summary>
internal static class PlateForms
{
    /// <summary>A form on a ground that it does not have by law.</summary>
    private const double Contradicted = -3;

    /// <summary>A rare form (police, trailer, embassy ...) on a ground that cannot be told.</summary>
    private const double Rare = -1;

    /// <summary>The place O, of which hardly any plate is left on the roads; D and Q look like it.</summary>
    private const double Retired = -1;

    /// <summary>The weight of a complete plate's form on that ground.</summary>
    public static double Weight(PackedText text, PlateColour colour)
    {
        Span<char> characters = stackalloc char[PackedText.Most];
        for (var position = 0; position < text.Length; position++)
        {
            characters[position] = PlateAlphabet.CharacterOf(text[position]);
        }

        var place = characters[1] == 'O' ? Retired : 0;
        return place + Weight(PlateGrammar.KindOf(characters[..text.Length]) ?? PlateKind.Standard, colour);
    }

    /// <summary>The weight of a form on that ground.</summary>
    public static double Weight(PlateKind kind, PlateColour colour) => (kind, colour) switch
    {
        (PlateKind.Standard, PlateColour.Unknown) => 0,
        (PlateKind.NewEnergy, PlateColour.Unknown) => Rare,
        (_, PlateColour.Unknown) => Rare,
        (PlateKind.Standard, PlateColour.Blue or PlateColour.Yellow or PlateColour.Black) => 0,
        (PlateKind.NewEnergy, PlateColour.Green or PlateColour.YellowGreen) => 0,
        (PlateKind.Police, PlateColour.White) => 0,
        (PlateKind.Learner or PlateKind.Trailer, PlateColour.Yellow) => 0,
        (PlateKind.HongKong or PlateKind.Macau or PlateKind.Embassy, PlateColour.Black) => 0,
        _ => Contradicted,
    };
}
