using System.Text.Json;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>Refuses an entry that could not travel upstream (see <see cref="EventLimits"/>), before it reaches the batch of others.</summary>
internal static partial class EntryCheck
{
    /// <exception cref="ArgumentException">Names the field and what it must be.</exception>
    public static void Require(JournalEntry entry, int maximumDataBytes)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.Kind is null || entry.Kind.Length > EventLimits.KindCharacters || !KindForm().IsMatch(entry.Kind))
        {
            throw new ArgumentException($"Kind must have 1 to {EventLimits.KindCharacters} lower-case letters, digits and hyphens.", nameof(entry));
        }

        if (entry.Device is null || !DeviceForm().IsMatch(entry.Device))
        {
            throw new ArgumentException("Device must have 1 to 64 letters of a to z, digits, dots, underscores and hyphens.", nameof(entry));
        }

        if (!Enum.IsDefined(entry.Priority))
        {
            throw new ArgumentException($"Priority {(int)entry.Priority} is unknown.", nameof(entry));
        }

        if (entry.Data.Length > maximumDataBytes)
        {
            throw new ArgumentException($"Data of {entry.Data.Length} bytes exceeds {maximumDataBytes}; put bulk into a medium.", nameof(entry));
        }

        RequireJson(entry.Data.Span);
        RequireMedia(entry.Media);
    }

    private static void RequireMedia(IReadOnlyList<MediaReference> media)
    {
        if (media.Count > EventLimits.Media)
        {
            throw new ArgumentException($"An entry may name {EventLimits.Media} media, not {media.Count}.", nameof(media));
        }

        foreach (var medium in media)
        {
            if (!MediaName.IsValid(medium.Sha256))
            {
                throw new ArgumentException("A medium's Sha256 must be 64 lower-case hex digits.", nameof(media));
            }

            if (medium.Length < 0 || medium.ContentType is null or { Length: > EventLimits.MediaText } || medium.Role is null or { Length: > EventLimits.MediaText })
            {
                throw new ArgumentException(
                    $"A medium's ContentType and Role must have at most {EventLimits.MediaText} characters, and its Length not be negative.", nameof(media));
            }
        }
    }

    private static void RequireJson(ReadOnlySpan<byte> data)
    {
        if (!Utf8.IsValid(data))
        {
            throw new ArgumentException("Data is not UTF-8.", nameof(data));
        }

        try
        {
            var reader = new Utf8JsonReader(data, new JsonReaderOptions { MaxDepth = EventLimits.DataDepth });
            while (reader.Read())
            {
            }
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"Data is not JSON of at most {EventLimits.DataDepth} levels: {error.Message}", nameof(data), error);
        }
    }

    [GeneratedRegex("^[a-z0-9-]+\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KindForm();

    [GeneratedRegex("^" + EventLimits.DeviceForm + "\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DeviceForm();
}
