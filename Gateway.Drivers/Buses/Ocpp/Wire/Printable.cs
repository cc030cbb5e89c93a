namespace Gateway.Drivers.Buses.Ocpp.Wire;

/// <summary>Makes what a stranger has sent fit for a log line or a sentence.</summary>
internal static class Printable
{
    /// <summary>At most <paramref name="length"/> characters, without control characters, line breaks or format characters.</summary>
    public static string From(string? text, int length)
    {
        var cut = text is null ? "" : text.Length > length ? text[..length] : text;
        return string.Concat(cut.Select(character => char.IsLetterOrDigit(character) || char.IsPunctuation(character) || char.IsSymbol(character) || character == ' '
            ? character
            : '?'));
    }
}
