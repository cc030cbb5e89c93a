using System.Text.Json;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>Reads a hardware file strictly and reports everything wrong with it at once. The format is in <c>hw-configs/schema.json</c>.</summary>
public sealed class HardwareReader
{
    private const long MaxBytes = 4 << 20;
    private readonly List<HardwareError> _errors = [];
    private readonly HardwareContext _context;

    private HardwareReader(Func<string, string?> lookup) => _context = new HardwareContext(lookup, _errors);

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
        _context.Zones.AddRange(Unique(file.Sections("zones", required: false), ReadZone, zone => zone.Id));
        _context.Buses.AddRange(Unique(file.Sections("buses"), ReadBus, bus => bus.Id));
        var board = file.Section("board", required: false) is { } pins ? BoardReader.Read(pins, _context) : null;
        var devices = Unique(file.Sections("devices"), ReadDevice, device => device.Id.Value);
        _context.Finish(devices);
        file.Close();
        return site is null ? null : new HardwareFile(site, board, _context.Zones, _context.Buses, devices) { Driven = _context.Driven };
    }

    private Site ReadSite(JsonSection section)
    {
        var site = new Site(_context.Id(section, "station"), _context.Id(section, "compound"), HardwareContext.Name(section));
        section.Close();
        return site;
    }

    private Zone ReadZone(JsonSection section)
    {
        var zone = new Zone(_context.Id(section, "id"), HardwareContext.Name(section));
        section.Close();
        return zone;
    }

    private BusDescription? ReadBus(JsonSection section)
    {
        var id = _context.Id(section, "id");
        var word = _context.OneOf(section, "kind", [.. Kinds.Buses.Select(kind => kind.Kind)]);
        if (Kinds.Buses.FirstOrDefault(kind => kind.Kind == word) is not { } kind)
        {
            // Known by its id all the same, so that its devices are not called wrong as well.
            return new UnknownBus(id, word);
        }

        var bus = kind.Read(new BusHead(id, word), section, _context);
        section.Close();
        return bus with { Fingerprint = section.Canonical };
    }

    private DeviceDescription? ReadDevice(JsonSection section)
    {
        var word = _context.OneOf(section, "kind", [.. Kinds.Devices.Select(kind => kind.Kind)]);

        // A device that does not say what it is, is read as the commonest: its other faults are then named in the same pass.
        var kind = word.Length == 0 ? Kinds.Devices[0] : Kinds.Devices.FirstOrDefault(kind => kind.Kind == word);
        if (kind is null)
        {
            return null;
        }

        var id = _context.Id(section, "id");
        _context.Begin(id);
        var head = new DeviceHead(new DeviceId(id), kind.Kind, HardwareContext.Name(section), ReadZoneOf(section), ReadPosition(section));
        var device = kind.Read(head, section, _context);
        section.Close();
        return device with { Fingerprint = _context.Fingerprint(section) };
    }

    private string? ReadZoneOf(JsonSection section)
    {
        var zone = section.Text("zone", otherwise: "");
        if (zone.Length > 0 && _context.Zones.TrueForAll(known => known.Id != zone))
        {
            _context.Unknown(section, "zone", zone, _context.Zones.Select(known => known.Id));
        }

        return zone.Length > 0 ? zone : null;
    }

    private static SitePosition? ReadPosition(JsonSection device)
    {
        if (device.Section("position", required: false) is not { } section)
        {
            return null;
        }

        var position = new SitePosition(section.Number("x", -5000, 5000), section.Number("y", -5000, 5000));
        section.Close();
        return position;
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
                _context.Fault(
                    section, "id", $"编号 \"{key(item)}\" 已被 {first[key(item)]} 使用", $"the id \"{key(item)}\" is already used by {first[key(item)]}");
            }

            found.Add(item);
        }

        return found;
    }

    private sealed record UnknownBus(string Id, string Kind) : BusDescription(Id, Kind);
}
