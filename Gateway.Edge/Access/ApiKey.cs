using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Access;

/// <summary>The bearer key of the gateway's HTTP API: 256 random bits as text in the 0600 file <c>api-key</c>, made at the first start.</summary>
internal sealed class ApiKey(string dataDirectory)
{
    private readonly string _path = Path.Combine(dataDirectory, "api-key");
    private readonly Lock _gate = new();
    private string? _text;

    /// <summary>The key; made where there is none.</summary>
    /// <exception cref="SecretFaultException">Others may read the file, or it is empty.</exception>
    public string Load()
    {
        lock (_gate)
        {
            return _text ??= Read();
        }
    }

    /// <summary>Tells one key from another without telling the key: the first 16 bytes of a keyed hash, as hexadecimal.</summary>
    public string Fingerprint => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Load()), "fingerprint"u8).AsSpan(0, 16));

    /// <summary>True for exactly this key; takes as long for a near miss as for a wild guess.</summary>
    public bool Matches(ReadOnlySpan<char> offered)
    {
        // Hashed first, so that neither the length nor a common beginning shows in the time.
        Span<byte> left = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> right = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(offered.ToString()), left);
        SHA256.HashData(Encoding.UTF8.GetBytes(Load()), right);
        return CryptographicOperations.FixedTimeEquals(left, right);
    }

    private string Read()
    {
        if (!File.Exists(_path))
        {
            PrivateFiles.CreateDirectory(dataDirectory);
            PrivateFiles.WriteNew(_path, Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyFile.Length))));
        }

        KeyFile.RequirePrivate(_path);
        var text = File.ReadAllText(_path).Trim();
        return text.Length >= KeyFile.Length
            ? text
            : throw new SecretFaultException($"The API key in {_path} is too short. Delete the file; the next start makes a new key.");
    }
}
