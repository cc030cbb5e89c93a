using System.Text.Json;

namespace Gateway.Edge.Journal;

/// <summary>Refuses an entry that could not travel upstream, before it reaches the batch of others.</summary>
internal static class EntryCheck
{
    private const int LongestName = 64;

    /// <exception cref="ArgumentException">Names the field and what it must be.</exception>
    public static void Require(JournalEntry entry, int maximumDataBytes)
    {
        ArgumentNullException.ThrowIfNull(entry);
        RequireName(entry.Kind, nameof(entry.Kind));
        RequireName(entry.Device, nameof(entry.Device));
        if (!Enum.IsDefined(entry.Priority))
        {
            throw new ArgumentException($"Priority {(int)entry.Priority} is unknown.", nameof(entry));
        }

        if (entry.Data.Length > maximumDataBytes)
        {
            throw new ArgumentException($"Data of {entry.Data.Length} bytes exceeds {maximumDataBytes}; put bulk into a medium.", nameof(entry));
        }

        RequireJson(entry.Data.Span);
        foreach (var media in entry.Media)
        {
            if (!MediaName.IsValid(media.Sha256))
            {
                throw new ArgumentException("A medium's Sha256 must be 64 lower-case hex digits.", nameof(entry));
            }
        }
    }

    private static void RequireName(string value, string field)
    {
        if (string.IsNullOrEmpty(value) || value.Length > LongestName)
        {
            throw new ArgumentException($"{field} must have 1 to {LongestName} characters.", field);
        }
    }

    private static void RequireJson(ReadOnlySpan<byte> data)
    {
        try
        {
            var reader = new Utf8JsonReader(data);
            while (reader.Read())
            {
            }
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"Data is not JSON: {error.Message}", nameof(data), error);
        }
    }
}
