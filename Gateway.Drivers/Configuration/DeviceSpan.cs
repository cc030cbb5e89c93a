using System.Text.Json;

namespace Gateway.Drivers.Configuration;

/// <summary>Where a device and one of its keys stand in the bytes of a hardware file.</summary>
/// <param name="Device">The device's object, braces included.</param>
/// <param name="Key">Where the key's name begins; null where the device lacks it.</param>
/// <param name="Value">The key's value; meaningless without a key.</param>
/// <param name="LastKey">Where the device's last key begins.</param>
/// <param name="LastEnd">Where the device's last value ends.</param>
internal readonly record struct DeviceSpan(Range Device, int? Key, Range Value, int LastKey, int LastEnd)
{
    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <summary>Finds the first device with this id; null where there is none.</summary>
    /// <exception cref="JsonException">The file is not JSON.</exception>
    public static DeviceSpan? Find(ReadOnlySpan<byte> utf8, string id, string key)
    {
        var bom = utf8.StartsWith("\uFEFF"u8) ? 3 : 0;
        var reader = new Utf8JsonReader(utf8[bom..], Lenient);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var devices = reader.ValueTextEquals("devices"u8);
            reader.Read();
            if (!devices || reader.TokenType != JsonTokenType.StartArray)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (reader.TokenType == JsonTokenType.StartObject && ReadDevice(ref reader, id, key, bom) is { } found)
                {
                    return found;
                }

                reader.Skip();
            }
        }

        return null;
    }

    /// <summary>Reads a device's object; null where it is another's.</summary>
    private static DeviceSpan? ReadDevice(ref Utf8JsonReader reader, string id, string key, int bom)
    {
        var start = (int)reader.TokenStartIndex + bom;
        var (mine, lastKey, lastEnd) = (false, start, start + 1);
        int? at = null;
        var value = 0..0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isId, isKey) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals(key));
            lastKey = (int)reader.TokenStartIndex + bom;
            reader.Read();
            var from = (int)reader.TokenStartIndex + bom;
            mine |= isId && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(id);
            reader.Skip();
            lastEnd = (int)reader.BytesConsumed + bom;
            if (isKey)
            {
                (at, value) = (lastKey, from..lastEnd);
            }
        }

        return mine ? new DeviceSpan(start..((int)reader.BytesConsumed + bom), at, value, lastKey, lastEnd) : null;
    }
}
