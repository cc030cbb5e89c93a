using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Gateway.Edge.Secrets;

/// <summary>
/// Seals what one row holds about people under a key of the row's own, which is itself sealed under the master key. Erasing the row's key
/// makes any copy of the rest unreadable. Safe for use by several threads.
/// </summary>
internal sealed class PersonalData(byte[] masterKey)
{
    /// <summary>Seals a value for a row under a fresh key.</summary>
    public (byte[] DataKey, byte[] Sealed) Seal<T>(string table, Guid row, T value)
    {
        var key = RandomNumberGenerator.GetBytes(KeyFile.Length);
        var plain = JsonSerializer.SerializeToUtf8Bytes(value);
        try
        {
            return (SealedBox.Seal(masterKey, key, Place(table, row, "key")), SealedBox.Seal(key, plain, Place(table, row, "data")));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Opens a row's value.</summary>
    /// <exception cref="SecretFaultException">The key is another one, or the bytes were altered or belong elsewhere.</exception>
    public T Open<T>(string table, Guid row, byte[] dataKey, byte[] box)
    {
        var key = SealedBox.Open(masterKey, dataKey, Place(table, row, "key"));
        var plain = SealedBox.Open(key, box, Place(table, row, "data"));
        try
        {
            return JsonSerializer.Deserialize<T>(plain) ?? throw new SecretFaultException($"The sealed bytes of a {table} are empty.");
        }
        catch (JsonException error)
        {
            throw new SecretFaultException($"The sealed bytes of a {table} are not of this version.", error);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>A keyed hash of a one-time key, under which it is looked up: the key itself is nowhere on the disk in the clear.</summary>
    public byte[] Hash(string purpose, string key) => HMACSHA256.HashData(masterKey, Encoding.UTF8.GetBytes($"{purpose}:{key}"));

    private static byte[] Place(string table, Guid row, string what) => Encoding.UTF8.GetBytes($"{table}:{row}:{what}");
}
