using System.Text;
using System.Text.Json;

namespace Gateway.Drivers.Configuration;

/// <summary>Parses JSON (comments and trailing commas allowed) into values that know their line and path.</summary>
internal ref struct JsonTree
{
    private readonly List<HardwareFault> _faults;
    private readonly ReadOnlySpan<byte> _bytes;
    private Utf8JsonReader _reader;
    private int _line;
    private int _countedTo;

    private JsonTree(ReadOnlySpan<byte> bytes, List<HardwareFault> faults)
    {
        _bytes = bytes;
        _faults = faults;
        _line = 1;
        _reader = new Utf8JsonReader(bytes, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = 16,
        });
    }

    /// <summary>The root value; null, with a fault added, when the text is not JSON. A key given twice is a fault, too.</summary>
    public static JsonNodeAt? Parse(ReadOnlySpan<byte> utf8, List<HardwareFault> faults)
    {
        if (utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            utf8 = utf8[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            var tree = new JsonTree(utf8, faults);
            tree._reader.Read();
            var root = tree.Value("$");
            while (tree._reader.Read())
            {
            }

            return root;
        }
        catch (JsonException error)
        {
            faults.Add(new HardwareFault(error.Path ?? "$", (int)(error.LineNumber ?? 0) + 1, "not valid JSON: " + error.Message.Split(" LineNumber:")[0]));
            return null;
        }
    }

    private JsonNodeAt Value(string path)
    {
        var line = CurrentLine();
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => Object(path, line),
            JsonTokenType.StartArray => Array(path, line),
            JsonTokenType.String => Leaf(path, line, JsonValueKind.String, _reader.GetString()!),
            JsonTokenType.Number => Leaf(path, line, JsonValueKind.Number, Encoding.UTF8.GetString(_reader.ValueSpan)),
            JsonTokenType.True => Leaf(path, line, JsonValueKind.True, "true"),
            JsonTokenType.False => Leaf(path, line, JsonValueKind.False, "false"),
            _ => Leaf(path, line, JsonValueKind.Null, "null"),
        };
    }

    private JsonNodeAt Object(string path, int line)
    {
        var members = new List<KeyValuePair<string, JsonNodeAt>>();
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = _reader.GetString()!;
            _reader.Read();
            var value = Value($"{path}.{name}");
            if (members.Any(member => member.Key == name))
            {
                _faults.Add(new HardwareFault(value.Path, value.Line, "given twice in the same object; remove one"));
            }

            members.Add(new(name, value));
        }

        return new JsonNodeAt(path, line, JsonValueKind.Object, "", members, []);
    }

    private JsonNodeAt Array(string path, int line)
    {
        var items = new List<JsonNodeAt>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Value($"{path}[{items.Count}]"));
        }

        return new JsonNodeAt(path, line, JsonValueKind.Array, "", [], items);
    }

    private static JsonNodeAt Leaf(string path, int line, JsonValueKind kind, string text) => new(path, line, kind, text, [], []);

    private int CurrentLine()
    {
        var at = (int)_reader.TokenStartIndex;
        _line += _bytes[_countedTo..at].Count((byte)'\n');
        _countedTo = at;
        return _line;
    }
}
