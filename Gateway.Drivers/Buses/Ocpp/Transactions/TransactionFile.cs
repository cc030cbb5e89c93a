using System.Text.Json;
using System.Text.Json.Serialization;

namespace Gateway.Drivers.Buses.Ocpp.Transactions;

/// <summary>
/// The transactions of a bus on disk, replaced whole: a power cut leaves the old state or the new. Readable by its owner alone, for it
/// holds card numbers. One writer.
/// </summary>
internal sealed class TransactionFile(string path)
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly JsonSerializerOptions s_format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>
    /// What was written last; nothing where there is no file yet. A file that cannot be understood is moved aside, to
    /// <c>*.unreadable</c>, and <paramref name="trouble"/> says so.
    /// </summary>
    public IReadOnlyList<TransactionEntry> Read(out string? trouble)
    {
        trouble = null;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return [];
            }

            if (file.Length > MostBytes)
            {
                throw new JsonException("The file is larger than it can be.");
            }

            using var stream = file.OpenRead();
            var entries = JsonSerializer.Deserialize<List<TransactionEntry?>>(stream, s_format) ?? [];
            return [.. entries.OfType<TransactionEntry>().Where(entry => entry.Transaction is { Id: > 0, ChargePoint: not null, IdTag: not null })];
        }
        catch (JsonException error)
        {
            trouble = $"The list of charges {path} could not be read and was put aside as {Path.GetFileName(path)}.unreadable: {error.Message}";
            Move(path + ".unreadable");
            return [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            trouble = $"The list of charges {path} could not be read: {error.Message}";
            return [];
        }
    }

    /// <summary>Makes the entries durable: when this completes they survive a power cut.</summary>
    /// <exception cref="IOException">The disk is full, or fails.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public async Task WriteAsync(IReadOnlyList<TransactionEntry> entries, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        var temporary = path + ".new";
        File.Delete(temporary);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Owner };
        await using (var stream = new FileStream(temporary, options))
        {
            await JsonSerializer.SerializeAsync(stream, entries, s_format, cancellationToken);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        FolderSync.Flush(folder);
    }

    private void Move(string to)
    {
        try
        {
            File.Move(path, to, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It stays where it is and is replaced with the next charge.
        }
    }
}
