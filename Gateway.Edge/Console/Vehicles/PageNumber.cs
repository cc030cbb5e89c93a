using System.Globalization;

namespace Gateway.Edge.Console.Vehicles;

/// <summary>The page of a list that an address names.</summary>
internal static class PageNumber
{
    /// <summary>Nobody turns so many pages; what lies behind is found by searching.</summary>
    public const int Last = 10_000;

    /// <summary>From 1; 1 for whatever is no page.</summary>
    public static int Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, Last) : 1;
}
