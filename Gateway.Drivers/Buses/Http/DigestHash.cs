using System.Security.Cryptography;
using System.Text;

namespace Gateway.Drivers.Buses.Http;

/// <summary>The arithmetic of HTTP Digest (RFC 7616, section 3.4) for qop=auth; the same on both sides. Pure.</summary>
internal static class DigestHash
{
    /// <summary>Name of an algorithm on the wire.</summary>
    public static string NameOf(DigestAlgorithm algorithm) => algorithm == DigestAlgorithm.Sha256 ? "SHA-256" : "MD5";

    /// <summary>An algorithm by its name on the wire; absent means MD5. Null for one that is not spoken, such as a session variant.</summary>
    public static DigestAlgorithm? Named(string? name) => name?.ToUpperInvariant() switch
    {
        null or "MD5" => DigestAlgorithm.Md5,
        "SHA-256" => DigestAlgorithm.Sha256,
        _ => null,
    };

    /// <summary>What proves the password for one request, in lower-case hexadecimal.</summary>
    public static string Response(
        DigestAlgorithm algorithm, DeviceLogin login, string realm, string method, string uri, string nonce, string count, string clientNonce)
    {
        var secret = Hash(algorithm, $"{login.User}:{realm}:{login.Password}");
        var request = Hash(algorithm, $"{method}:{uri}");
        return Hash(algorithm, $"{secret}:{nonce}:{count}:{clientNonce}:auth:{request}");
    }

    private static string Hash(DigestAlgorithm algorithm, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
#pragma warning disable CA5351 // What most devices speak; the password itself never travels and the algorithm is the device's choice.
        return Convert.ToHexStringLower(algorithm == DigestAlgorithm.Sha256 ? SHA256.HashData(bytes) : MD5.HashData(bytes));
#pragma warning restore CA5351
    }
}
