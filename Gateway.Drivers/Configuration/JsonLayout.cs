using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gateway.Drivers.Configuration;

/// <summary>JSON as the shipped hardware files are laid out: two spaces a level, and on one line what fits there.</summary>
internal static class JsonLayout
{
    private const int Width = 120;

    private const string Step = "  ";

    /// <summary>The value's text.</summary>
    /// <param name="value">What to write.</param>
    /// <param name="indent">Spaces before the line on which the value begins; null for all on one line.</param>
    public static string Of(JsonValue value, string? indent)
    {
        var text = new StringBuilder();
        Write(text, value, indent, Line(value), outermost: true);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonValue value, string? indent, string line, bool outermost)
    {
        if (indent is null || value.Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray) || (!outermost && indent.Length + line.Length <= Width))
        {
            text.Append(line);
            return;
        }

        var (inner, isObject, first) = (indent + Step, value.Type == JsonTokenType.StartObject, true);
        text.Append(isObject ? '{' : '[');
        foreach (var (name, item) in isObject ? value.Members.Select(member => (Name: (string?)member.Name, member.Value)) : value.Items.Select(item => (Name: (string?)null, item)))
        {
            text.Append(first ? "\n" : ",\n").Append(inner);
            first = false;
            if (name is not null)
            {
                text.Append(Quoted(name)).Append(": ");
            }

            Write(text, item, inner, Line(item), outermost: false);
        }

        text.Append('\n').Append(indent).Append(isObject ? '}' : ']');
    }

    private static string Line(JsonValue value) => value.Type switch
    {
        JsonTokenType.StartObject when value.Members.Count == 0 => "{}",
        JsonTokenType.StartObject => "{ " + string.Join(", ", value.Members.Select(member => Quoted(member.Name) + ": " + Line(member.Value))) + " }",
        JsonTokenType.StartArray when value.Items.Count == 0 => "[]",
        JsonTokenType.StartArray => "[" + string.Join(", ", value.Items.Select(Line)) + "]",
        JsonTokenType.String => Quoted(value.Text),
        JsonTokenType.Number => value.Number.ToString("R", CultureInfo.InvariantCulture),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };

    // Chinese names stay readable; the text goes into a file and never into a page as it is.
    private static string Quoted(string text) => "\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";
}
