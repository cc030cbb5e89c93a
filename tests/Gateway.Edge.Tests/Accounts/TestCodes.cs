using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gateway.Edge.Tests.Accounts;

/// <summary>An authenticator app: RFC 6238 with SHA-1, six digits, half a minute.</summary>
internal static class TestCodes
{
    // RFC 3548.
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Now(string secret) => At(secret, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);

    /// <summary>The code of half a minute later, which the clock's tolerance lets count already.</summary>
    public static string Next(string secret) => At(secret, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + 1);

    public static string At(string secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // the algorithm that authenticator apps use
        var hash = HMACSHA1.HashData(Decode(secret), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 15;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string secret)
    {
        var (bits, held, bytes) = (0, 0, new List<byte>());
        foreach (var character in secret.Replace(" ", "", StringComparison.Ordinal))
        {
            (bits, held) = ((bits << 5) | Base32.IndexOf(character, StringComparison.Ordinal), held + 5);
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
                bits &= (1 << held) - 1;
            }
        }

        return [.. bytes];
    }
}
