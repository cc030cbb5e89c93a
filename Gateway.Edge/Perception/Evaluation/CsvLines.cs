using System.Text;

namespace Gateway.Edge.Perception.Evaluation;

/// <summary>Reads comma-separated files with quoted fields (RFC 4180, one record a line) into rows by column name.</summary>
internal static class CsvLines
{
    /// <summary>The rows below the header.</summary>
    /// <exception cref="InvalidDataException">A column is missing or a row has another number of fields; names file and line.</exception>
    public static IEnumerable<CsvRow> Read(string path, params string[] required)
    {
        var lines = File.ReadAllLines(path);
        var header = lines.Length == 0 ? [] : Split(lines[0]);
        var missing = required.Except(header, StringComparer.Ordinal).ToArray();
        if (missing.Length > 0)
        {
            throw new InvalidDataException($"{path}: the first line lacks the column(s) {string.Join(", ", missing)}.");
        }

        for (var line = 1; line < lines.Length; line++)
        {
            if (lines[line].Length == 0)
            {
                continue;
            }

            var fields = Split(lines[line]);
            if (fields.Count != header.Count)
            {
                throw new InvalidDataException($"{path}, line {line + 1}: {fields.Count} fields where the header has {header.Count}.");
            }

            yield return new CsvRow(path, line + 1, header, fields);
        }
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var index = 0; index < line.Length; index++)
        {
            var character = line[index];
            if (character == '"' && quoted && index + 1 < line.Length && line[index + 1] == '"')
            {
                field.Append('"');
                index++;
            }
            else if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(character);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
