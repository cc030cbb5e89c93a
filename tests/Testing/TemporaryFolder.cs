namespace EdgeGateway.Testing;

/// <summary>A folder of the test's own, gone with it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("edge-gateway-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file with the given mode.</summary>
    public string Write(string name, string text, UnixFileMode mode)
    {
        var path = File(name);
        System.IO.File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(path, mode);
        }

        return path;
    }

    /// <summary>Removes it. A child of the test that is just ending may still write a file: then it is tried again, and in the end left to the machine.</summary>
    public void Dispose()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException)
            {
                Thread.Yield();
            }
        }
    }
}
