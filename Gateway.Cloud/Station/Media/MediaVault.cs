using System.Security.Cryptography;
using System.Text;
using Gateway.Cloud.Contract.Storage;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Media;

/// <summary>
/// Media by content hash, AES-256-GCM encrypted, one file each: 12 bytes nonce, 16 bytes tag, ciphertext, with the hash as
/// associated data. Safe for use by several threads.
/// </summary>
internal sealed class MediaVault(string folder, byte[] key)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Stores durably: when it returns, the bytes survive a power cut. Writing the same hash again changes nothing.</summary>
    /// <param name="sha256">Lower-case hex of the plain bytes; the caller has checked it.</param>
    /// <param name="plain">The bytes.</param>
    public void Write(string sha256, ReadOnlySpan<byte> plain)
    {
        var path = PathOf(sha256);
        if (File.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(path)!;
        PrivateFiles.CreateDirectory(parent);
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceBytes));
        using (var cipher = new AesGcm(key, TagBytes))
        {
            cipher.Encrypt(
                sealedBytes.AsSpan(0, NonceBytes),
                plain,
                sealedBytes.AsSpan(NonceBytes + TagBytes),
                sealedBytes.AsSpan(NonceBytes, TagBytes),
                Encoding.ASCII.GetBytes(sha256));
        }

        var temporary = $"{path}.{Guid.NewGuid():N}.part";
        PrivateFiles.WriteDurably(temporary, sealedBytes);
        File.Move(temporary, path, overwrite: true);
        DirectorySync.Flush(parent);
    }

    /// <summary>The plain bytes; null when the medium is not here.</summary>
    /// <exception cref="StorageFaultException">The file was damaged, or sealed with another key.</exception>
    public byte[]? Read(string sha256)
    {
        var path = PathOf(sha256);
        if (!File.Exists(path))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < NonceBytes + TagBytes)
        {
            throw new StorageFaultException($"{path} is cut short. Delete it: the gateway will be asked for the medium again only if its event is new, else restore it from a backup.");
        }

        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            using var cipher = new AesGcm(key, TagBytes);
            cipher.Decrypt(
                bytes.AsSpan(0, NonceBytes),
                bytes.AsSpan(NonceBytes + TagBytes),
                bytes.AsSpan(NonceBytes, TagBytes),
                plain,
                Encoding.ASCII.GetBytes(sha256));
            return plain;
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw new StorageFaultException($"{path} does not decrypt: it is damaged or was sealed with another key. Restore it, or the key file, from a backup.", error);
        }
    }

    private string PathOf(string sha256) => Path.Combine(folder, sha256[..2], sha256);
}
