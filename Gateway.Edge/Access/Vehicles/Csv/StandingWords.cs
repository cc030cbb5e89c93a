namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>Standings as tables and the command line name them.</summary>
internal static class StandingWords
{
    private static readonly (VehicleStanding Standing, string Zh, string En)[] s_words =
    [
        (VehicleStanding.Resident, "住户", "resident"),
        (VehicleStanding.Visitor, "访客", "visitor"),
        (VehicleStanding.Worker, "临时", "worker"),
        (VehicleStanding.Denied, "禁入", "denied"),
    ];

    /// <summary>The standing of a word in either language; null for none.</summary>
    public static VehicleStanding? Parse(string text)
    {
        foreach (var (standing, zh, en) in s_words)
        {
            if (zh == text.Trim() || en.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return standing;
            }
        }

        return null;
    }

    /// <summary>The word in Chinese.</summary>
    public static string Zh(VehicleStanding standing) => s_words.First(word => word.Standing == standing).Zh;

    /// <summary>The word in English.</summary>
    public static string En(VehicleStanding standing) => s_words.First(word => word.Standing == standing).En;
}
