using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>
/// One secret per gate, which stands in its display's address: a kiosk has no keyboard to sign in with, and often forgets its cookies at night.
/// Each is a 0600 file of 256 random bits, made when first asked for and read once: every display asks with every pulse. Safe for several threads.
/// </summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class DisplayKeys(string folder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, byte[]> _hashes = new(StringComparer.Ordinal);

    /// <summary>Folder of the keys below the data directory.</summary>
    public static string Folder(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "keys", "displays");

    /// <summary>The gate's key; made where there is none.</summary>
    /// <exception cref="SecretFaultException">Others may read the file.</exception>
    public string Load(string gate)
    {
        lock (_lock)
        {
            if (Read(gate) is { } key)
            {
                return key;
            }

            PrivateFiles.CreateDirectory(folder);
            PrivateFiles.WriteNew(PathOf(gate), Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyFile.Length))));
            return Read(gate) ?? throw new SecretFaultException($"{PathOf(gate)} was taken away while it was made. Ask again.");
        }
    }

    /// <summary>True for exactly the gate's key; a gate without one has no display.</summary>
    /// <exception cref="SecretFaultException">Others may read the file.</exception>
    public bool Matches(string gate, string? offered) =>
        !string.IsNullOrEmpty(offered) && offered.Length <= 128 && HashOf(gate) is { } hash
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(offered)), hash);

    /// <summary>Makes the gate's key void: its display shows nothing until it is given the address of a new one.</summary>
    /// <returns>False where the gate had none.</returns>
    public bool Revoke(string gate)
    {
        lock (_lock)
        {
            _hashes.Remove(gate);
            if (!File.Exists(PathOf(gate)))
            {
                return false;
            }

            File.Delete(PathOf(gate));
            DirectorySync.Flush(folder);
            return true;
        }
    }

    private byte[]? HashOf(string gate)
    {
        lock (_lock)
        {
            if (!_hashes.ContainsKey(gate))
            {
                Read(gate);
            }

            return _hashes.GetValueOrDefault(gate);
        }
    }

    /// <summary>The key as the file has it now, which is remembered; null where there is none.</summary>
    private string? Read(string gate)
    {
        _hashes.Remove(gate);
        try
        {
            if (!File.Exists(PathOf(gate)))
            {
                return null;
            }

            KeyFile.RequirePrivate(PathOf(gate));
            var key = File.ReadAllText(PathOf(gate)).Trim();
            _hashes[gate] = SHA256.HashData(Encoding.UTF8.GetBytes(key));
            return key;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // Gates' ids are letters, digits and hyphens; callers look the gate up first, so that no path comes from outside.
    private string PathOf(string gate) => Path.Combine(folder, gate);
}
