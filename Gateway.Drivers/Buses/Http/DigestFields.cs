namespace Gateway.Drivers.Buses.Http;

/// <summary>The comma-separated <c>name=value</c> fields of a digest header, values quoted or bare. Names are case-insensitive. Pure.</summary>
internal static class DigestFields
{
    private const int LongestHeader = 4096;

    /// <summary>Reads the fields; null where the text is no such list, repeats a name, or is longer than 4 KiB.</summary>
    public static IReadOnlyDictionary<string, string>? Parse(string? text)
    {
        if (text is null || text.Length > LongestHeader)
        {
            return null;
        }

        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        var rest = text.AsSpan().Trim();
        while (!rest.IsEmpty)
        {
            var equals = rest.IndexOf('=');
            if (equals <= 0)
            {
                return null;
            }

            var name = rest[..equals].Trim().ToString();
            rest = rest[(equals + 1)..].TrimStart();
            if (ReadValue(ref rest) is not { } value || !fields.TryAdd(name, value))
            {
                return null;
            }

            rest = rest.TrimStart();
            if (!rest.IsEmpty && rest[0] != ',')
            {
                return null;
            }

            rest = rest.TrimStart(", \t");
        }

        return fields;
    }

    /// <summary>A value as it stands between quotation marks.</summary>
    public static string Quoted(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string? ReadValue(ref ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] != '"')
        {
            var comma = rest.IndexOf(',');
            var bare = comma < 0 ? rest : rest[..comma];
            rest = rest[bare.Length..];
            return bare.Trim().ToString();
        }

        var value = new System.Text.StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                rest = rest[(i + 1)..];
                return value.ToString();
            }

            if (rest[i] == '\\' && ++i == rest.Length)
            {
                return null;
            }

            value.Append(rest[i]);
        }

        return null;
    }
}
