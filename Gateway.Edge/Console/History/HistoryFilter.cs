using Gateway.Edge.Accounts;

namespace Gateway.Edge.Console.History;

/// <summary>Which records of vehicles to find.</summary>
/// <param name="Plate">Part of a plate in capitals, two characters or more; null for all.</param>
/// <param name="Since">Not before; null for any time.</param>
/// <param name="Until">Before; null for any time.</param>
/// <param name="Barrier">Device id; null for all.</param>
/// <param name="Outcome">Name of an outcome or an end; null for all.</param>
internal sealed record HistoryFilter(string? Plate = null, DateTimeOffset? Since = null, DateTimeOffset? Until = null, string? Barrier = null, string? Outcome = null)
{
    /// <summary>Less finds everything.</summary>
    public const int ShortestPart = 2;

    /// <summary>The same, of what the account may see: a guard nothing from before the role.</summary>
    public HistoryFilter For(AccountStanding? account) => HistoryView.From(account) is { } from && !(Since > from) ? this with { Since = from } : this;

    /// <summary>A part of a plate as it is compared: capitals, no separators; null for none.</summary>
    public static string? Part(string? text)
    {
        var kept = new string([.. (text ?? "").Where(character => !char.IsWhiteSpace(character) && character is not ('·' or '-' or '.'))]).ToUpperInvariant();
        return kept.Length == 0 ? null : kept;
    }
}
