using System.Text;

namespace Gateway.Cloud.Contract.Pki;

/// <summary>Replaces a file whole and durably: a crash leaves the old or the new one, never half of it.</summary>
internal static class SecretFile
{
    private const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Readable = Secret | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes mode 0600 when <paramref name="isSecret"/>, else 0644.</summary>
    public static async Task WriteAsync(string path, string text, bool isSecret, CancellationToken cancellationToken)
    {
        var temporary = path + ".new";
        File.Delete(temporary);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            UnixCreateMode = isSecret ? Secret : Readable,
        };
        await using (var stream = new FileStream(temporary, options))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
