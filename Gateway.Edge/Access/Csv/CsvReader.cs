using System.Text;

namespace Gateway.Edge.Access.Csv;

/// <summary>
/// Reads CSV after RFC 4180: fields between commas, quoted where they hold commas, line breaks or quotation marks, which are doubled.
/// Line breaks of any kind. Never fails: what cannot be read is a broken row, and reading goes on behind it.
/// </summary>
internal static class CsvReader
{
    /// <summary>The rows; blank ones too, as they count for line numbers.</summary>
    /// <param name="text">The file.</param>
    /// <param name="mostRows">Reading ends after so many.</param>
    public static IEnumerable<CsvRow> Read(string text, int mostRows)
    {
        var (position, line) = (0, 1);
        for (var row = 0; row < mostRows && position < text.Length; row++)
        {
            var begins = line;
            var fields = new List<string>();
            var isBroken = false;
            while (true)
            {
                var (field, isWhole) = ReadField(text, ref position, ref line);
                fields.Add(field);
                isBroken |= !isWhole;
                if (position >= text.Length || text[position] != ',')
                {
                    break;
                }

                position++;
            }

            SkipLineBreak(text, ref position, ref line);
            yield return new CsvRow(begins, fields, isBroken);
        }
    }

    private static (string Field, bool IsWhole) ReadField(string text, ref int position, ref int line)
    {
        if (position >= text.Length || text[position] != '"')
        {
            var plain = ReadPlain(text, ref position);
            return (plain, !plain.Contains('"', StringComparison.Ordinal));
        }

        var (start, startLine) = (position, line);
        var field = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            var character = text[position];
            if (character != '"')
            {
                line += IsLineBreak(text, position) ? 1 : 0;
                field.Append(character);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                field.Append('"');
                position++;
            }
            else
            {
                position++;
                var rest = ReadPlain(text, ref position);
                return (field.Append(rest).ToString(), rest.Length == 0);
            }
        }

        // The mark never closes: only its line is lost, not the rest of the file.
        (position, line) = (start, startLine);
        return (ReadPlain(text, ref position), false);
    }

    private static string ReadPlain(string text, ref int position)
    {
        var end = text.AsSpan(position).IndexOfAny(",\r\n");
        var field = end < 0 ? text[position..] : text.Substring(position, end);
        position += field.Length;
        return field;
    }

    private static void SkipLineBreak(string text, ref int position, ref int line)
    {
        if (position >= text.Length)
        {
            return;
        }

        position += text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
        line++;
    }

    // A carriage return and a line feed are one break, counted at the feed.
    private static bool IsLineBreak(string text, int position) =>
        text[position] == '\n' || (text[position] == '\r' && (position + 1 >= text.Length || text[position + 1] != '\n'));
}
