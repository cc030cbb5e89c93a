using System.Text.Json;

namespace Gateway.Drivers.Configuration;

/// <summary>A JSON value that remembers where it stands, so that an error can name its line.</summary>
/// <param name="Path">JSON path from the root <c>$</c>.</param>
/// <param name="Line">Line of the value, from 1.</param>
/// <param name="Kind">Kind of value.</param>
/// <param name="Text">A string's text, or a number's or literal's characters; empty for objects and arrays.</param>
/// <param name="Members">An object's members in order.</param>
/// <param name="Items">An array's items.</param>
internal sealed record JsonNodeAt(
    string Path,
    int Line,
    JsonValueKind Kind,
    string Text,
    IReadOnlyList<KeyValuePair<string, JsonNodeAt>> Members,
    IReadOnlyList<JsonNodeAt> Items)
{
    /// <summary>How a message names this kind of value.</summary>
    public string KindInWords => Kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => $"the text \"{Text}\"",
        JsonValueKind.Number => $"the number {Text}",
        JsonValueKind.Null => "null",
        _ => Text,
    };
}
