using System.Security.Cryptography;
using Gateway.Cloud.Contract.Storage;
using Gateway.Cloud.Station.Storage;

namespace Gateway.Cloud.Station.Media;

/// <summary>The vault's key: 32 random bytes in a file of its own that only the station's user can read.</summary>
internal static class MediaKey
{
    private const int Bytes = 32;

    /// <summary>Reads the key, or makes it when neither it nor any medium is there yet.</summary>
    /// <exception cref="StorageFaultException">The key is lost, has the wrong size, or others can read it.</exception>
    public static byte[] Open(string path, string mediaFolder)
    {
        if (!File.Exists(path))
        {
            if (Directory.Exists(mediaFolder) && Directory.EnumerateFileSystemEntries(mediaFolder).Any())
            {
                throw new StorageFaultException($"{path} is missing, but {mediaFolder} holds media sealed with it. Restore the key file from a backup.");
            }

            PrivateFiles.CreateDirectory(Path.GetDirectoryName(path)!);
            PrivateFiles.WriteDurably(path, RandomNumberGenerator.GetBytes(Bytes));
        }

        if (!PrivateFiles.IsPrivate(path))
        {
            throw new StorageFaultException($"{path} can be read by others. Run: chmod 600 {path}");
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Bytes
            ? key
            : throw new StorageFaultException($"{path} holds {key.Length} bytes instead of {Bytes}. Restore it from a backup.");
    }
}
