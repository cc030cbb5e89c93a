using System.Globalization;
using Gateway.Drivers.Buses.Ocpp.Transactions;

namespace Gateway.Drivers.Configuration;

/// <summary>
/// A change of a hardware file that has been checked and lies beside it, written: what is left to do is to rename. Dispose of it
/// in any case; without <see cref="Commit"/> nothing has happened.
/// </summary>
public sealed class HardwareEdit : IDisposable
{
    /// <summary>Backups kept beside the file; older ones are removed.</summary>
    public const int Backups = 10;

    private readonly string _file;
    private readonly string _temporary;
    private readonly byte[] _before;
    private readonly TimeProvider _clock;

    internal HardwareEdit(string file, byte[] before, ReadOnlySpan<byte> after, TimeProvider clock)
    {
        (_file, _before, _clock) = (file, before, clock);
        _temporary = $"{file}.{Guid.NewGuid():N}.part";
        try
        {
            using var stream = new FileStream(
                _temporary, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = File.GetUnixFileMode(file) });
            stream.Write(after);
            stream.Flush(flushToDisk: true);

            // The rename would get past a file that somebody has made read-only.
            using var writable = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw NotWritable(error);
        }
    }

    /// <summary>Keeps a copy of the file as it was and puts the changed one in its place.</summary>
    /// <returns>The copy's path.</returns>
    /// <exception cref="HardwareEditException">The file was changed since, or cannot be written.</exception>
    public string Commit()
    {
        try
        {
            if (!File.ReadAllBytes(_file).AsSpan().SequenceEqual(_before))
            {
                throw FacadeWriter.ChangedMeanwhile();
            }

            var backup = BackUp();
            File.Move(_temporary, _file, overwrite: true);
            FolderSync.Flush(Path.GetDirectoryName(_file)!);
            return backup;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotWritable(error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(_temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A folder that became read-only meanwhile keeps the part; it is in nobody's way.
        }
    }

    private string BackUp()
    {
        var stamp = _clock.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var backup = $"{_file}.{stamp}.bak";
        for (var further = 2; File.Exists(backup); further++)
        {
            backup = string.Create(CultureInfo.InvariantCulture, $"{_file}.{stamp}-{further}.bak");
        }

        File.Copy(_file, backup);
        var kept = Directory.GetFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + ".????????T??????Z*.bak");
        foreach (var old in kept.Order(StringComparer.Ordinal).SkipLast(Backups))
        {
            File.Delete(old);
        }

        return backup;
    }

    private HardwareEditException NotWritable(Exception error) => new(
        HardwareEditFault.NotWritable,
        new(
            $"网关无法写入硬件文件 {_file}：{error.Message}请复制下面的内容，由有权限的人放入文件，或赋予网关用户写权限",
            $"The gateway cannot write the hardware file {_file}: {error.Message} Copy the text below and have somebody put it in who may, or let the gateway's user write it."),
        error);
}
