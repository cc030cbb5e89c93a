using System.Security.Cryptography;

namespace Gateway.Cloud.Station.Accounts;

/// <summary>Makes passwords that can be read aloud: four groups of four, 79 bits.</summary>
internal static class PasswordGenerator
{
    // Without the letters and digits that are taken for one another.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    public static string Create() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
