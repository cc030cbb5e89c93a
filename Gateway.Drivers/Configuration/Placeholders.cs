using System.Text.RegularExpressions;

namespace Gateway.Drivers.Configuration;

/// <summary>
/// Fills <c>${NAME}</c> and <c>${NAME:-otherwise}</c> in an address, so that one hardware file serves where a port differs.
/// </summary>
internal static partial class Placeholders
{
    /// <summary>The text with every placeholder filled, or null with the first <paramref name="missing"/> name.</summary>
    public static string? Fill(string text, Func<string, string?> lookup, out string? missing)
    {
        string? unknown = null;
        var filled = Pattern().Replace(text, match =>
        {
            var value = lookup(match.Groups["name"].Value);
            if (string.IsNullOrEmpty(value))
            {
                value = match.Groups["otherwise"].Success ? match.Groups["otherwise"].Value : null;
                unknown ??= value is null ? match.Groups["name"].Value : null;
            }

            return value ?? "";
        });
        missing = unknown;
        return unknown is null ? filled : null;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(:-(?<otherwise>[^}]*))?\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
