using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Sensors;

/// <summary>A sysfs of the test's own, with folders as the kernel lays them out.</summary>
internal sealed class SysfsTree : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.Path;

    /// <summary>Adds a device's folder; a value of null makes the file unreadable as a number is: a folder stands in its place.</summary>
    public string Device(string path, params (string File, string Text)[] files)
    {
        var folder = Path.Combine(Root, path);
        Directory.CreateDirectory(folder);
        foreach (var (file, text) in files)
        {
            File.WriteAllText(Path.Combine(folder, file), text);
        }

        return folder;
    }

    public string Hwmon(int number, string name, params (string File, string Text)[] files) =>
        Device($"class/hwmon/hwmon{number}", [("name", name + "\n"), .. files]);

    public string Iio(int number, string name, params (string File, string Text)[] files) =>
        Device($"bus/iio/devices/iio:device{number}", [("name", name + "\n"), .. files]);

    public string OneWire(string id, params (string File, string Text)[] files) =>
        Device($"bus/w1/devices/{id}", [("name", id + "\n"), .. files]);

    public void Dispose() => _folder.Dispose();
}
