using System.Text.Json;
using System.Text.RegularExpressions;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;

namespace Gateway.Drivers.Configuration;

/// <summary>Reads a hardware file strictly and reports everything wrong with it at once. The format is in <c>hw-configs/schema.json</c>.</summary>
public sealed partial class HardwareReader
{
    private const long MaxBytes = 4 << 20;
    private static readonly string[] DeviceKinds = ["face-gate"];
    private static readonly string[] BusKinds = ["simulated"];
    private readonly List<HardwareError> _errors = [];
    private readonly Func<string, string?> _lookup;

    private HardwareReader(Func<string, string?> lookup) => _lookup = lookup;

    /// <summary>Reads <paramref name="path"/>; <paramref name="lookup"/> fills placeholders in camera addresses.</summary>
    /// <exception cref="HardwareFileException">The file is absent, not JSON, or holds errors.</exception>
    public static HardwareFile Read(string path, Func<string, string?> lookup)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        byte[] bytes;
        try
        {
            var file = new FileInfo(path);
            if (file.Exists && file.Length > MaxBytes)
            {
                throw new HardwareFileException($"{path}: larger than 4 MiB: this is not a hardware file.");
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HardwareFileException($"{path}: cannot be read: {error.Message}", error);
        }

        return Parse(bytes, path, lookup);
    }

    /// <summary>Reads a file's content; <paramref name="name"/> is only for messages.</summary>
    /// <exception cref="HardwareFileException">Not JSON, or it holds errors.</exception>
    public static HardwareFile Parse(ReadOnlySpan<byte> utf8, string name, Func<string, string?> lookup)
    {
        var reader = new HardwareReader(lookup);
        var bom = "\uFEFF"u8;
        try
        {
            var root = JsonValue.Parse(utf8.StartsWith(bom) ? utf8[bom.Length..] : utf8);
            var file = reader.ReadFile(root);
            if (reader._errors.Count == 0)
            {
                return file!;
            }
        }
        catch (JsonException error)
        {
            var line = (int)(error.LineNumber ?? 0) + 1;
            reader._errors.Add(new HardwareError("$", line, new($"不是合法的 JSON：{error.Message}", $"not valid JSON: {error.Message}")));
        }

        throw new HardwareFileException(name, [.. reader._errors.OrderBy(error => error.Line)]);
    }

    private HardwareFile? ReadFile(JsonValue root)
    {
        if (root.Type != JsonTokenType.StartObject)
        {
            _errors.Add(new HardwareError("$", root.Line, new($"应为对象，现为 {root.Kind}", $"expected an object, found {root.Kind}")));
            return null;
        }

        var file = new JsonSection(root, "", _errors);
        file.Ignore("$schema");
        var site = file.Section("site") is { } section ? ReadSite(section) : null;
        var zones = Unique(file.Sections("zones", required: false), ReadZone, zone => zone.Id);
        var buses = Unique(file.Sections("buses"), ReadBus, bus => bus.Id);
        var gates = Unique(file.Sections("devices"), device => ReadDevice(device, zones, buses), gate => gate.Id.Value);
        ReadWiring(file, gates);
        file.Close();
        return site is null ? null : new HardwareFile(site, zones, buses, gates);
    }

    private Site ReadSite(JsonSection section)
    {
        var site = new Site(Id(section, "station"), Id(section, "compound"), Name(section));
        section.Close();
        return site;
    }

    private Zone ReadZone(JsonSection section)
    {
        var zone = new Zone(Id(section, "id"), Name(section));
        section.Close();
        return zone;
    }

    private BusDescription ReadBus(JsonSection section)
    {
        var id = Id(section, "id");
        var kind = OneOf(section, "kind", BusKinds);
        var simulation = section.Section("simulation", required: false) is { } settings ? ReadSimulation(settings) : new SimulationSettings();
        section.Close();
        return new BusDescription(id, kind, simulation);
    }

    private static SimulationSettings ReadSimulation(JsonSection section)
    {
        var usual = new SimulationSettings();
        var (least, most) = (TimeSpan.Zero, TimeSpan.FromHours(1));
        var settings = new SimulationSettings
        {
            Seed = section.Whole("seed", 0, int.MaxValue, usual.Seed),
            OpensAfter = section.Duration("opensAfter", least, most, usual.OpensAfter),
            StaysOpen = section.Duration("staysOpen", least, most, usual.StaysOpen),
            UnusedShare = section.Number("unusedShare", 0, 1, usual.UnusedShare),
            HeldOpenShare = section.Number("heldOpenShare", 0, 1, usual.HeldOpenShare),
            HeldOpenFor = section.Duration("heldOpenFor", least, most, usual.HeldOpenFor),
            ForcedOpenEvery = section.Duration("forcedOpenEvery", TimeSpan.FromMilliseconds(2), most, least) is var every && every > least ? every : null,
        };
        section.Close();
        return settings;
    }

    private string Id(JsonSection section, string name)
    {
        var id = section.Text(name);
        if (id.Length > 0 && !IdPattern().IsMatch(id))
        {
            _errors.Add(new HardwareError(section.At(name), section.LineOf(name), new(
                $"\"{id}\" 不是合法的编号：只能用小写字母、数字和连字符，1 到 64 个字符",
                $"\"{id}\" is not an id: use 1 to 64 lower-case letters, digits and hyphens")));
        }

        return id;
    }

    private static Wording Name(JsonSection parent)
    {
        if (parent.Section("name") is not { } section)
        {
            return new Wording("", "");
        }

        var name = new Wording(section.Text("zh"), section.Text("en"));
        section.Close();
        return name;
    }

    private string OneOf(JsonSection section, string name, IReadOnlyList<string> known)
    {
        var value = section.Text(name);
        if (value.Length > 0 && !known.Contains(value, StringComparer.Ordinal))
        {
            Unknown(section, name, value, known);
        }

        return value;
    }

    private void Unknown(JsonSection section, string name, string value, IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        var meant = Suggestion.For(value, known);
        _errors.Add(new HardwareError(section.At(name), section.LineOf(name), new(
            $"未知的值 \"{value}\"{(meant is null ? "" : $"，是否想写 \"{meant}\"")}。可用：{list}",
            $"unknown value \"{value}\"{(meant is null ? "" : $", did you mean \"{meant}\"")}? Known: {list}")));
    }

    private List<T> Unique<T>(IEnumerable<JsonSection> sections, Func<JsonSection, T?> read, Func<T, string> key)
        where T : class
    {
        List<T> found = [];
        Dictionary<string, string> first = new(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            if (read(section) is not { } item)
            {
                continue;
            }

            if (key(item).Length > 0 && !first.TryAdd(key(item), section.Path))
            {
                _errors.Add(new HardwareError(section.At("id"), section.LineOf("id"), new(
                    $"编号 \"{key(item)}\" 已被 {first[key(item)]} 使用", $"the id \"{key(item)}\" is already used by {first[key(item)]}")));
            }

            found.Add(item);
        }

        return found;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdPattern();
}
