using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>One line of what is stored on a person, for people to read.</summary>
/// <param name="What">What it is.</param>
/// <param name="Value">The value; a text in both languages where it is the product's own words.</param>
internal sealed record StoreLine(LocalizedText What, LocalizedText Value)
{
    /// <summary>A line whose value is the same in every language.</summary>
    public static StoreLine Of(LocalizedText what, string? value) => new(what, new LocalizedText(value ?? "—", value ?? "—"));

    /// <summary>A line with a time.</summary>
    public static StoreLine At(LocalizedText what, DateTimeOffset? value) =>
        Of(what, value?.ToString("yyyy-MM-dd HH:mm:ss zzz", System.Globalization.CultureInfo.InvariantCulture)) with { Instant = value };

    /// <summary>The time of a line with one, for pages that show it in the compound's zone; null for others.</summary>
    public DateTimeOffset? Instant { get; init; }
}
