using System.Globalization;
using System.Text.Json;

namespace Gateway.Cloud.Station.Ingest;

/// <summary>A place in a gateway's journal.</summary>
/// <param name="Journal">The compound and its journal.</param>
/// <param name="Sequence">At least 1.</param>
internal readonly record struct JournalPlace(JournalKey Journal, long Sequence)
{
    private const int LongestJournal = 64;
    private const int SequenceDigits = 20;

    /// <summary>Reads the place of an event that is not fit to be taken; null where the event does not tell it.</summary>
    /// <param name="payload">Whatever came, of any size.</param>
    /// <param name="compound">From the topic, which the broker lets only that compound's gateway use.</param>
    public static JournalPlace? Find(ReadOnlySpan<byte> payload, string compound)
    {
        string? journal = null;
        string? sequence = null;
        try
        {
            var reader = new Utf8JsonReader(payload);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }

            while ((journal is null || sequence is null) && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (isJournal, isSequence) = (reader.ValueTextEquals("journal"u8), reader.ValueTextEquals("sequence"u8));
                _ = reader.Read();
                var text = (isJournal || isSequence) && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                (journal, sequence) = (isJournal ? text : journal, isSequence ? text : sequence);
                reader.Skip();
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }

        return journal?.Length is > 0 and <= LongestJournal && TryReadSequence(sequence, out var number)
            ? new JournalPlace(new JournalKey(compound, journal), number)
            : null;
    }

    /// <summary>Reads a sequence as events carry it: from 1, in 20 digits.</summary>
    public static bool TryReadSequence(string? text, out long sequence)
    {
        sequence = 0;
        return text?.Length == SequenceDigits
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out sequence)
            && sequence is >= 1 and < long.MaxValue;
    }
}
