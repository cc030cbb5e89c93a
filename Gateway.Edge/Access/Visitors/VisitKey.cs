using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Edge.Access.Visitors;

/// <summary>The key in a visitor's link: 192 random bits, of which only the hash is kept.</summary>
internal static class VisitKey
{
    private const int Bytes = 24;
    private const int Characters = 32;

    /// <summary>A new one, 32 characters that are fit for an address.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it. No key has been used before, so a plain hash cannot be looked up anywhere.</summary>
    public static string HashOf(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether a text can be one at all.</summary>
    public static bool Looks(string? key) => key is { Length: Characters };
}
