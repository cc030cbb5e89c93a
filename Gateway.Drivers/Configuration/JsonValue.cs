using System.Globalization;
using System.Text.Json;

namespace Gateway.Drivers.Configuration;

/// <summary>A JSON value that remembers its line, so that an error can name it. Numbers are doubles.</summary>
internal sealed class JsonValue
{
    private JsonValue(JsonTokenType type, int line) => (Type, Line) = (type, line);

    public JsonTokenType Type { get; }

    /// <summary>Line of the value's first character, from 1.</summary>
    public int Line { get; }

    public string Text { get; private init; } = "";

    public double Number { get; private init; }

    public IReadOnlyList<JsonValue> Items { get; private init; } = [];

    /// <summary>Members in file order, repeated names included; the line is that of the name.</summary>
    public IReadOnlyList<(string Name, int Line, JsonValue Value)> Members { get; private init; } = [];

    /// <summary>What the value is, in the words of an error message.</summary>
    public string Kind => Type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => $"the text \"{Text}\"",
        JsonTokenType.Number => $"the number {Number.ToString(CultureInfo.InvariantCulture)}",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    /// <summary>The value as JSON without white space, keys in ordinal order: the same for values that mean the same.</summary>
    public string Canonical => Type switch
    {
        JsonTokenType.StartObject => "{" + string.Join(
            ',', Members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => Quoted(member.Name) + ":" + member.Value.Canonical)) + "}",
        JsonTokenType.StartArray => "[" + string.Join(',', Items.Select(item => item.Canonical)) + "]",
        JsonTokenType.String => Quoted(Text),
        JsonTokenType.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    /// <exception cref="JsonException">Not JSON; carries the line.</exception>
    public static JsonValue Parse(ReadOnlySpan<byte> utf8)
    {
        var lines = new LineIndex(utf8);
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 16 });
        reader.Read();
        var value = Read(ref reader, lines);
        reader.Read();
        return value;
    }

    private static JsonValue Read(ref Utf8JsonReader reader, LineIndex lines)
    {
        var line = lines.LineAt(reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                List<(string, int, JsonValue)> members = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var (name, at) = (TextOf(ref reader, lines), lines.LineAt(reader.TokenStartIndex));
                    reader.Read();
                    members.Add((name, at, Read(ref reader, lines)));
                }

                return new JsonValue(JsonTokenType.StartObject, line) { Members = members };
            case JsonTokenType.StartArray:
                List<JsonValue> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Read(ref reader, lines));
                }

                return new JsonValue(JsonTokenType.StartArray, line) { Items = items };
            case JsonTokenType.String:
                return new JsonValue(JsonTokenType.String, line) { Text = TextOf(ref reader, lines) };
            case JsonTokenType.Number:
                return new JsonValue(JsonTokenType.Number, line) { Number = reader.GetDouble() };
            default:
                return new JsonValue(reader.TokenType, line);
        }
    }

    private static string TextOf(ref Utf8JsonReader reader, LineIndex lines)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new JsonException("a text is not UTF-8: save the file as UTF-8", path: null, lines.LineAt(reader.TokenStartIndex) - 1, bytePositionInLine: null, error);
        }
    }

    private static string Quoted(string text) => "\"" + JsonEncodedText.Encode(text) + "\"";

    private sealed class LineIndex
    {
        private readonly List<long> _starts = [0];

        public LineIndex(ReadOnlySpan<byte> utf8)
        {
            for (var i = 0; i < utf8.Length; i++)
            {
                if (utf8[i] == (byte)'\n')
                {
                    _starts.Add(i + 1);
                }
            }
        }

        public int LineAt(long offset)
        {
            var at = _starts.BinarySearch(offset);
            return at >= 0 ? at + 1 : ~at;
        }
    }
}
