namespace Gateway.Edge.Access.Passes;

/// <summary>A card's number as readers give it.</summary>
internal static class CardNumber
{
    /// <summary>Whether it can be one: 8 to 64 printable ASCII characters, for shorter ones are soon tried out, and no code of ours.</summary>
    public static bool IsValid(string number) =>
        number.Trim() is { Length: >= 8 and <= 64 } text && text.All(char.IsAscii) && !text.Any(char.IsControl) && !PassCode.Looks(text);

    /// <summary>The form in which it is compared: some readers write hexadecimal digits small, others large.</summary>
    public static string Normal(string number) => number.Trim().ToUpperInvariant();
}
