using System.Globalization;

namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>Instants of chargers, whose clocks may be wrong or not set at all.</summary>
internal static class OcppTime
{
    /// <summary>A charger may be ahead by this much before its clock is called wrong.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Longest that a charger can have kept what it tells; an older time comes from a clock that was never set.</summary>
    public static readonly TimeSpan LongestBacklog = TimeSpan.FromDays(180);

    private const int ShortestText = 19; // yyyy-MM-ddTHH:mm:ss
    private const int LongestText = 40;

    /// <summary>Reads ISO 8601; null for anything else.</summary>
    public static DateTimeOffset? Read(string? text) =>
        text is { Length: >= ShortestText and <= LongestText } && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[10] is 'T' or 't' or ' '
            && DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;

    /// <summary>With milliseconds, as the protocol's examples have it.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The time to go by: the charger's where it is believable, never later than when it was heard.</summary>
    /// <param name="stated">What the charger says; null where it says nothing readable.</param>
    /// <param name="heard">When the message came.</param>
    /// <param name="doubtful">Whether the charger's clock is plainly wrong.</param>
    public static DateTimeOffset Settle(DateTimeOffset? stated, DateTimeOffset heard, out bool doubtful)
    {
        doubtful = stated is { } time && (time > heard + Tolerance || time < heard - LongestBacklog);
        return stated is { } believed && !doubtful && believed < heard ? believed : heard;
    }
}
