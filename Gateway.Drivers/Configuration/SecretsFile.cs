using System.Text.Json;
using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Configuration;

/// <summary>
/// Users and passwords of cameras by name: <c>{"east-camera": {"user": "...", "password": "..."}}</c>. The file must be readable by its
/// owner only.
/// </summary>
public sealed class SecretsFile
{
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly Dictionary<string, CameraCredentials> _entries;
    private readonly string? _path;

    private SecretsFile(string? path, Dictionary<string, CameraCredentials> entries) => (_path, _entries) = (path, entries);

    /// <summary>Reads the file; without a path there are no secrets.</summary>
    /// <exception cref="HardwareFileException">Absent, readable by others, or malformed. Never quotes the file's content.</exception>
    public static SecretsFile Read(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return new SecretsFile(null, []);
        }

        byte[] bytes;
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            {
                throw new HardwareFileException($"{path}: others may read the secrets file. Fix: chmod 600 {path}");
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HardwareFileException($"{path}: cannot be read: {error.Message}", error);
        }

        return new SecretsFile(path, Parse(bytes, path));
    }

    /// <summary>The entry that a device names.</summary>
    /// <exception cref="HardwareFileException">There is no such entry.</exception>
    public CameraCredentials Credentials(string name, string device) =>
        _entries.TryGetValue(name, out var found)
            ? found
            : throw new HardwareFileException(_path is null
                ? $"{device}: names the secret \"{name}\", but no secrets file is configured. Fix: set Drivers:SecretsFile."
                : $"{device}: the secrets file {_path} has no entry \"{name}\".");

    private static Dictionary<string, CameraCredentials> Parse(byte[] bytes, string path)
    {
        JsonValue root;
        try
        {
            root = JsonValue.Parse(bytes);
        }
        catch (JsonException error)
        {
            throw new HardwareFileException($"{path}: not valid JSON at line {(error.LineNumber ?? 0) + 1}.", error);
        }

        List<HardwareError> errors = [];
        Dictionary<string, CameraCredentials> entries = new(StringComparer.Ordinal);
        foreach (var (name, line, value) in root.Members)
        {
            if (value.Type != JsonTokenType.StartObject)
            {
                errors.Add(new HardwareError(name, line, new("应为含 user 与 password 的对象", "expected an object with user and password")));
                continue;
            }

            var section = new JsonSection(value, name, errors);
            entries[name] = new CameraCredentials(section.Text("user"), section.Text("password"));
            section.Close();
        }

        return errors.Count == 0 ? entries : throw new HardwareFileException(path, errors);
    }
}
