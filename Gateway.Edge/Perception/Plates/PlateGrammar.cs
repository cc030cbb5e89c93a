namespace Gateway.Edge.Perception.Plates;

/// <summary>
/// The forms of mainland number plates after GA 36-2018: province, letter of the place (O is legal there), then five or six characters
/// without I and O. Order tells which form a text is where two would fit.
/// </summary>
internal static class PlateGrammar
{
    /// <summary>One character for each of the 31 provinces, regions and municipalities.</summary>
    public const string Provinces = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    /// <summary>Letters of the place of registration.</summary>
    public const string Places = "ABCDEFGHJKLMNOPQRSTUVWXYZ";

    /// <summary>Digits.</summary>
    public const string Digits = "0123456789";

    /// <summary>Digits and letters of a serial number.</summary>
    public const string Serial = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>Letters that mark a new-energy vehicle: D, A, B, C, E run on batteries, F, G, H, J, K otherwise.</summary>
    public const string NewEnergyMarks = "DFABCEGHJK";

    /// <summary>All forms.</summary>
    public static IReadOnlyList<PlatePattern> Patterns { get; } =
    [
        Of(PlateKind.Standard, Provinces, Places, Serial, Serial, Serial, Serial, Serial),
        Of(PlateKind.NewEnergy, Provinces, Places, NewEnergyMarks, Serial, Digits, Digits, Digits, Digits),
        Of(PlateKind.NewEnergy, Provinces, Places, Digits, Digits, Digits, Digits, Digits, NewEnergyMarks),
        Of(PlateKind.Police, Provinces, Places, Serial, Serial, Serial, Serial, "警"),
        Of(PlateKind.Learner, Provinces, Places, Serial, Serial, Serial, Serial, "学"),
        Of(PlateKind.Trailer, Provinces, Places, Serial, Serial, Serial, Serial, "挂"),
        Of(PlateKind.HongKong, "粤", "Z", Serial, Serial, Serial, Serial, "港"),
        Of(PlateKind.Macau, "粤", "Z", Serial, Serial, Serial, Serial, "澳"),
        Of(PlateKind.Embassy, Provinces, Places, Serial, Serial, Serial, Serial, "使领"),
        Of(PlateKind.Embassy, "使", Digits, Digits, Digits, Digits, Digits, Digits),
        Of(PlateKind.Embassy, Digits, Digits, Digits, Digits, Digits, Digits, "使"),
    ];

    /// <summary>What a text in capitals and without separators is; null when it is no plate.</summary>
    public static PlateKind? KindOf(ReadOnlySpan<char> text)
    {
        foreach (var pattern in Patterns)
        {
            if (pattern.Matches(text))
            {
                return pattern.Kind;
            }
        }

        return null;
    }

    private static PlatePattern Of(PlateKind kind, params string[] positions) => new(kind, positions);
}
