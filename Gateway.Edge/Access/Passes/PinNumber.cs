using System.Security.Cryptography;

namespace Gateway.Edge.Access.Passes;

/// <summary>
/// A PIN: made by the gateway alone, each as likely as any other. Six digits; more as more people hold one, so that whoever types at random meets
/// somebody's once in ten thousand times at the most.
/// </summary>
internal static class PinNumber
{
    /// <summary>Fewest digits.</summary>
    public const int Fewest = 6;

    /// <summary>Most digits: so many hold a PIN for a compound of 100,000.</summary>
    public const int Most = 9;

    private const int NumbersForEach = 10_000;

    /// <summary>How many digits a PIN has that is made while so many hold one.</summary>
    public static int DigitsFor(int holders)
    {
        var (digits, numbers) = (Fewest, 1_000_000L);
        while (numbers < (holders + 1L) * NumbersForEach && digits < Most)
        {
            (digits, numbers) = (digits + 1, numbers * 10);
        }

        return digits;
    }

    /// <summary>A new one.</summary>
    public static string Make(int digits) => RandomNumberGenerator.GetString("0123456789", digits);

    /// <summary>Whether a text can be one.</summary>
    public static bool Looks(string text) => text.Length is >= Fewest and <= Most && text.All(char.IsAsciiDigit);
}
