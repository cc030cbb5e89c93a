using System.Diagnostics.CodeAnalysis;

namespace Gateway.Edge.Access;

/// <summary>Phone numbers as people type them.</summary>
internal static class PhoneNumber
{
    private const int Fewest = 5;
    private const int Most = 15;
    private const string China = "+86";
    private const int MobileLength = 11;

    /// <summary>
    /// Reads a number in one spelling: digits, a plus before a foreign country's code. Spaces, hyphens, brackets and full-width digits are
    /// accepted, +86 and 0086 fall away. False for anything else, also for a mobile number with a digit too many or too few.
    /// </summary>
    public static bool TryParse(string? input, [NotNullWhen(true)] out string? number)
    {
        number = null;
        if (input is null || input.Length > 32)
        {
            return false;
        }

        var text = string.Concat(input.Select(Narrow).Where(character => character is not (' ' or '-' or '(' or ')' or '\u00A0')));
        if (text.StartsWith("00", StringComparison.Ordinal))
        {
            text = $"+{text[2..]}";
        }

        if (text.StartsWith(China, StringComparison.Ordinal))
        {
            text = text[China.Length..];
        }

        var digits = text.AsSpan(text.StartsWith('+') ? 1 : 0);
        if (digits.Length is < Fewest or > Most || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        // 13 to 19 begin mobile numbers, which have eleven digits; a landline's area code begins with 0.
        if (text.Length >= MobileLength - 1 && text[0] == '1' && (text.Length != MobileLength || text[1] < '3'))
        {
            return false;
        }

        number = text;
        return true;
    }

    private static char Narrow(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - 0xFEE0),
        '\u3000' => ' ',
        _ => character,
    };
}
