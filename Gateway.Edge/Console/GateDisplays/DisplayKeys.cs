using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>
/// One secret per gate, which stands in its display's address: a kiosk has no keyboard to sign in with, and often forgets its cookies at night.
/// Each is a 0600 file of 256 random bits, made when first asked for. Safe for several threads.
/// </summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class DisplayKeys(string folder)
{
    /// <summary>Folder of the keys below the data directory.</summary>
    public static string Folder(string dataDirectory) => Path.Combine(Path.GetFullPath(dataDirectory), "keys", "displays");

    /// <summary>The gate's key; made where there is none.</summary>
    /// <exception cref="SecretFaultException">Others may read the file.</exception>
    public string Load(string gate)
    {
        if (!File.Exists(PathOf(gate)))
        {
            PrivateFiles.CreateDirectory(folder);
            PrivateFiles.WriteNew(PathOf(gate), Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyFile.Length))));
        }

        return Read(gate);
    }

    /// <summary>True for exactly the gate's key; a gate without one has no display.</summary>
    /// <exception cref="SecretFaultException">Others may read the file.</exception>
    public bool Matches(string gate, string? offered) =>
        !string.IsNullOrEmpty(offered) && offered.Length <= 128 && File.Exists(PathOf(gate))
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(offered)), SHA256.HashData(Encoding.UTF8.GetBytes(Read(gate))));

    /// <summary>Makes the gate's key void: its display shows nothing until it is given the address of a new one.</summary>
    /// <returns>False where the gate had none.</returns>
    public bool Revoke(string gate)
    {
        if (!File.Exists(PathOf(gate)))
        {
            return false;
        }

        File.Delete(PathOf(gate));
        DirectorySync.Flush(folder);
        return true;
    }

    private string Read(string gate)
    {
        KeyFile.RequirePrivate(PathOf(gate));
        return File.ReadAllText(PathOf(gate)).Trim();
    }

    // Gates' ids are letters, digits and hyphens; callers look the gate up first, so that no path comes from outside.
    private string PathOf(string gate) => Path.Combine(folder, gate);
}
