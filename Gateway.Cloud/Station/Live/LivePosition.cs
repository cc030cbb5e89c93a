using System.Globalization;

namespace Gateway.Cloud.Station.Live;

/// <summary>How far a page has come; the id of each live event, so that a reconnect goes on from there.</summary>
/// <param name="Passage">Commit order of the newest passage shown.</param>
/// <param name="Alert">Newest alert revision shown.</param>
internal readonly record struct LivePosition(long Passage, long Alert)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Passage}.{Alert}");

    /// <summary>Reads the form that <see cref="ToString"/> writes; anything else is the beginning.</summary>
    public static LivePosition Parse(string? text)
    {
        var parts = text?.Split('.') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var passage)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var alert)
            ? new LivePosition(passage, alert)
            : default;
    }
}
