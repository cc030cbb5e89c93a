using System.Security.Cryptography;

namespace Gateway.Edge.Secrets;

/// <summary>
/// AES-256-GCM with a fresh random nonce. Layout: nonce (12 bytes), tag (16), cipher text (as long as the plain text).
/// The associated data binds a box to its place: a box moved elsewhere does not open.
/// </summary>
internal static class SealedBox
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Bytes that sealing adds.</summary>
    public const int Overhead = NonceLength + TagLength;

    /// <summary>Seals <paramref name="plain"/> under a 32-byte key.</summary>
    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> associated)
    {
        var box = new byte[Overhead + plain.Length];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, box.AsSpan(Overhead), box.AsSpan(NonceLength, TagLength), associated);
        return box;
    }

    /// <summary>Opens a box.</summary>
    /// <exception cref="SecretFaultException">Wrong key, wrong place, or altered bytes.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> associated)
    {
        if (box.Length < Overhead)
        {
            throw new SecretFaultException("The sealed bytes are cut short.");
        }

        var plain = new byte[box.Length - Overhead];
        using var cipher = new AesGcm(key, TagLength);
        try
        {
            cipher.Decrypt(box[..NonceLength], box[Overhead..], box.Slice(NonceLength, TagLength), plain, associated);
            return plain;
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new SecretFaultException("The sealed bytes were altered, or the key is another one.", error);
        }
    }
}
