using System.Security.Cryptography;

namespace Gateway.Cloud.Contract.Accounts;

/// <summary>Makes passwords that can be read aloud: four groups of four, 79 bits.</summary>
public static class PasswordGenerator
{
    // Without the letters and digits that are taken for one another.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    /// <summary>A new one, never the same again.</summary>
    public static string Create() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
