using System.Security.Cryptography;
using Gateway.Cloud.Contract.Storage;

namespace Gateway.Edge.Secrets;

/// <summary>A file of 32 random bytes that only its owner can read. Never overwritten: a lost key is lost data.</summary>
internal static class KeyFile
{
    /// <summary>Bytes in a key: AES-256.</summary>
    public const int Length = 32;

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The key in <paramref name="path"/>, made on the first call.</summary>
    /// <exception cref="SecretFaultException">Others may read the file, it is not ours to read, or it does not hold exactly 32 bytes.</exception>
    public static byte[] LoadOrCreate(string path)
    {
        PrivateFiles.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            Create(path);
        }

        return Load(path);
    }

    /// <summary>The key in <paramref name="path"/>.</summary>
    /// <exception cref="SecretFaultException">The file is missing, others may read it, or it does not hold exactly 32 bytes.</exception>
    public static byte[] Load(string path)
    {
        try
        {
            RequirePrivate(path);
            var key = File.ReadAllBytes(path);
            return key.Length == Length
                ? key
                : throw new SecretFaultException($"The key file {path} holds {key.Length} bytes instead of {Length}. Restore it from the backup; without it what it sealed cannot be read.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SecretFaultException($"The key file {path} cannot be read: {error.Message} Restore it, or give it to the gateway's user: chown <user> {path}", error);
        }
    }

    /// <summary>Refuses a file that its group or others may touch.</summary>
    /// <exception cref="SecretFaultException">The mode is wider than 0600.</exception>
    public static void RequirePrivate(string path)
    {
        var mode = File.GetUnixFileMode(path);
        if ((mode & ~Owner) != UnixFileMode.None)
        {
            throw new SecretFaultException($"The key file {path} can be used by others (mode {Convert.ToString((int)mode, 8)}). Treat the key as seen, and close it: chmod 600 {path}");
        }
    }

    private static void Create(string path)
    {
        // A whole key appears under its name or none: a crash in between leaves only the temporary file, and a link refuses to overwrite.
        var key = RandomNumberGenerator.GetBytes(Length);
        try
        {
            PrivateFiles.WriteNew(path, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
