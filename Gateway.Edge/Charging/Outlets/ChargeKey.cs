using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Edge.Charging.Outlets;

/// <summary>The key in an outlet's QR code and in a session's address: 128 random bits.</summary>
internal static class ChargeKey
{
    private const int Bytes = 16;
    private const int Characters = 22;

    /// <summary>A new one, 22 characters that are fit for an address.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of a session's: no key has been used before, so a plain hash cannot be looked up anywhere.</summary>
    public static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether a text can be one at all.</summary>
    public static bool Looks(string? key) => key is { Length: Characters };
}
