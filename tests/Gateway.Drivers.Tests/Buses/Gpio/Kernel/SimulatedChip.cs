using System.Globalization;

namespace Gateway.Drivers.Tests.Buses.Gpio.Kernel;

/// <summary>A chip of the kernel's gpio-sim, made through configfs: to a program it is a chip like any other. Needs root.</summary>
internal sealed class SimulatedChip : IDisposable
{
    private const string Root = "/sys/kernel/config/gpio-sim";
    private readonly string _folder;
    private readonly string _bank;
    private readonly string _label;
    private readonly List<string> _lines = [];

    public SimulatedChip(string label, params string[] names)
    {
        _label = label;
        _folder = Path.Combine(Root, label);
        _bank = Path.Combine(_folder, "bank");
        Directory.CreateDirectory(_bank);
        File.WriteAllText(Path.Combine(_bank, "num_lines"), names.Length.ToString(CultureInfo.InvariantCulture));
        File.WriteAllText(Path.Combine(_bank, "label"), label);
        for (var i = 0; i < names.Length; i++)
        {
            var line = Path.Combine(_bank, $"line{i}");
            Directory.CreateDirectory(line);
            File.WriteAllText(Path.Combine(line, "name"), names[i]);
            _lines.Add(line);
        }

        Plug();
    }

    public string Label => _label;

    /// <summary>The chip's device file now.</summary>
    public string Device => "/dev/" + File.ReadAllText(Path.Combine(_bank, "chip_name")).Trim();

    public void Plug() => File.WriteAllText(Path.Combine(_folder, "live"), "1");

    public void Unplug() => File.WriteAllText(Path.Combine(_folder, "live"), "0");

    /// <summary>Pulls a line up or down from outside, as a button or a resistor does.</summary>
    public void Pull(int line, bool up) => File.WriteAllText(Attribute(line, "pull"), up ? "pull-up" : "pull-down");

    /// <summary>The electrical level.</summary>
    public bool High(int line) => File.ReadAllText(Attribute(line, "value")).Trim() == "1";

    public void Dispose()
    {
        Unplug();
        _lines.ForEach(Directory.Delete);
        Directory.Delete(_bank);
        Directory.Delete(_folder);
    }

    private string Attribute(int line, string name)
    {
        var device = File.ReadAllText(Path.Combine(_folder, "dev_name")).Trim();
        var chip = File.ReadAllText(Path.Combine(_bank, "chip_name")).Trim();
        return $"/sys/devices/platform/{device}/{chip}/sim_gpio{line}/{name}";
    }
}
