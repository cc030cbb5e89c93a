using System.Security.Cryptography;

namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>Labels that can be read aloud and say nothing: two letters and two digits, drawn by chance, without characters that are taken for others.</summary>
internal static class FaceLabel
{
    /// <summary>Without B, G, I, L, O, Q, S and Z, which pass for 8, 6, 1, 1, 0, 0, 5 and 2.</summary>
    public const string Letters = "ACDEFHJKMNPRTUVWXY";

    /// <summary>Without 0, 1, 2, 5 and 8.</summary>
    public const string Digits = "34679";

    /// <summary>Characters of a label.</summary>
    public const int Length = 4;

    /// <summary>Labels that there are; far more than faces that are remembered at once.</summary>
    public static int Count => Letters.Length * Letters.Length * Digits.Length * Digits.Length;

    /// <summary>A label that none of these bears.</summary>
    public static string Draw(IReadOnlySet<string> taken)
    {
        string label;
        do
        {
            label = RandomNumberGenerator.GetString(Letters, 2) + RandomNumberGenerator.GetString(Digits, 2);
        }
        while (taken.Contains(label));

        return label;
    }
}
