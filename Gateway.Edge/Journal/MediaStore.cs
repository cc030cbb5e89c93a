using System.Security.Cryptography;
using System.Text;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Storage;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Journal;

/// <summary>Media as sealed files, two levels deep by the first byte of their name. A file appears whole or not at all.</summary>
internal sealed class MediaStore : IMediaStore
{
    private const string Unfinished = "*.tmp";

    private readonly string _folder;
    private readonly byte[] _key;
    private readonly int _maximumBytes;

    private MediaStore(JournalPaths paths, JournalOptions options, byte[] key)
    {
        _folder = paths.Media;
        _maximumBytes = options.MaximumMediaBytes;
        _key = key;
    }

    /// <summary>
    /// Opens the store for the process that holds the data directory: makes its key on the first start, and removes what a stop left
    /// unfinished.
    /// </summary>
    /// <exception cref="SecretFaultException">The key file cannot be used.</exception>
    public static MediaStore Open(JournalPaths paths, JournalOptions options, ILogger logger)
    {
        var store = new MediaStore(paths, options, KeyFile.LoadOrCreate(paths.MediaKey));
        PrivateFiles.CreateDirectory(store._folder);
        store.RemoveUnfinished(logger);
        return store;
    }

    /// <summary>Opens the store beside a running gateway, to read only.</summary>
    /// <exception cref="SecretFaultException">The key file is missing or cannot be used.</exception>
    public static MediaStore OpenForReading(JournalPaths paths, JournalOptions options) => new(paths, options, KeyFile.Load(paths.MediaKey));

    /// <inheritdoc/>
    public ValueTask<MediaReference> StoreAsync(ReadOnlyMemory<byte> bytes, string contentType, string role, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (bytes.IsEmpty || bytes.Length > _maximumBytes)
        {
            throw new ArgumentException($"A medium must have 1 to {_maximumBytes} bytes, not {bytes.Length}.", nameof(bytes));
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var path = PathOf(name);
        try
        {
            if (!IsIntact(path, name))
            {
                PrivateFiles.CreateDirectory(Path.GetDirectoryName(path)!);
                var box = SealedBox.Seal(_key, bytes.Span, Place(name));
                PrivateFiles.Replace(path, Path.Combine(_folder, $"{Guid.NewGuid():N}.tmp"), box);
                DirectorySync.Flush(_folder);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException($"The medium could not be stored in {_folder}: {error.Message} Free disk space or check the disk.", error);
        }

        return new(new MediaReference(name, contentType, bytes.Length, role));
    }

    /// <inheritdoc/>
    public ValueTask<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read(MediaName.Require(sha256)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteAsync(string sha256, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = PathOf(MediaName.Require(sha256));
        var existed = File.Exists(path);
        if (existed)
        {
            File.Delete(path);
            DirectorySync.Flush(Path.GetDirectoryName(path)!);
        }

        return new(existed);
    }

    private static byte[] Place(string name) => Encoding.ASCII.GetBytes($"media:{name}");

    private byte[]? Read(string name)
    {
        var path = PathOf(name);
        try
        {
            var plain = SealedBox.Open(_key, File.ReadAllBytes(path), Place(name));
            return Convert.ToHexStringLower(SHA256.HashData(plain)) == name
                ? plain
                : throw new JournalUnavailableException($"The medium {path} holds other bytes than its name promises. Delete it; the station asks for what it lacks.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is SecretFaultException or IOException or UnauthorizedAccessException)
        {
            throw new JournalUnavailableException($"The medium {path} cannot be read: {error.Message}", error);
        }
    }

    private bool IsIntact(string path, string name)
    {
        try
        {
            return File.Exists(path) && Read(name) is not null;
        }
        catch (JournalUnavailableException)
        {
            // Damaged: storing it again repairs it.
            return false;
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name[..2], name);

    private void RemoveUnfinished(ILogger logger)
    {
        var unfinished = Directory.GetFiles(_folder, Unfinished);
        Array.ForEach(unfinished, File.Delete);
        if (unfinished.Length > 0)
        {
            logger.UnfinishedMediaRemoved(unfinished.Length);
        }
    }
}
