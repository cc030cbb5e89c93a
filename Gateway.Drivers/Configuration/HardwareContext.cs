using System.Text.RegularExpressions;
using Gateway.Drivers.Buses;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>What the readers of the kinds share: the buses and zones read so far, the list of faults, and the forms that several kinds use.</summary>
internal sealed partial class HardwareContext(Func<string, string?> lookup, List<HardwareError> errors)
{
    private readonly List<DrivenWire> _driven = [];
    private readonly List<(string Device, string Path, Wire Wire)> _heard = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<Action<IReadOnlyList<DeviceDescription>>> _afterwards = [];

    /// <summary>Buses read so far.</summary>
    public List<BusDescription> Buses { get; } = [];

    /// <summary>Zones read so far.</summary>
    public List<Zone> Zones { get; } = [];

    /// <summary>Every output that a device drives, in file order.</summary>
    public IReadOnlyList<DrivenWire> Driven => _driven;

    /// <summary>The device being read; names itself in faults and as the consumer of its lines.</summary>
    public string Device { get; private set; } = "";

    /// <summary>The text of an address with its placeholders filled; null when there is none, or after a fault.</summary>
    public string? Filled(JsonSection section, string name)
    {
        var written = section.Text(name);
        if (written.Length == 0)
        {
            return null;
        }

        var filled = Placeholders.Fill(written, lookup, out var missing);
        if (filled is null)
        {
            Fault(section, name, $"占位符 {missing} 没有值：请设置环境变量 {missing}", $"the placeholder {missing} has no value: set the environment variable {missing}");
        }

        return filled;
    }

    /// <summary>An address is shown to everyone: one that holds a log-in is a fault.</summary>
    /// <returns>True when it holds none.</returns>
    public bool HoldsNoLogin(JsonSection section, string name, Uri address)
    {
        if (address.UserInfo.Length > 0)
        {
            Fault(
                section,
                name,
                "地址中不得包含用户名或密码：请写入密钥文件，并用 \"secret\" 引用",
                "holds a user or password: put them into the secrets file and name the entry in \"secret\"");
        }

        return address.UserInfo.Length == 0;
    }

    /// <summary>Begins a device: the buses that it uses from here on belong to its fingerprint.</summary>
    public void Begin(string device)
    {
        Device = device;
        _used.Clear();
    }

    /// <summary>Keeps a check for when all devices have been read: of what one device says of another.</summary>
    public void Afterwards(Action<IReadOnlyList<DeviceDescription>> check) => _afterwards.Add(check);

    /// <summary>All devices have been read.</summary>
    public void Finish(IReadOnlyList<DeviceDescription> devices) => _afterwards.ForEach(check => check(devices));

    /// <summary>Text that is the same as long as neither the device nor a bus that it uses has changed in the file.</summary>
    public string Fingerprint(JsonSection device) =>
        string.Concat(Buses.Where(bus => _used.Contains(bus.Id)).Select(bus => bus.Fingerprint).Prepend(device.Canonical));

    /// <summary>Records a fault of a key.</summary>
    public void Fault(JsonSection section, string name, string zh, string en) =>
        errors.Add(new HardwareError(section.At(name), section.LineOf(name), new Wording(zh, en)));

    /// <summary>An id: lower-case letters, digits and hyphens, 1 to 64 characters.</summary>
    public string Id(JsonSection section, string name)
    {
        var id = section.Text(name);
        if (id.Length > 0 && !IdPattern().IsMatch(id))
        {
            Fault(
                section,
                name,
                $"\"{id}\" 不是合法的编号：只能用小写字母、数字和连字符，1 到 64 个字符",
                $"\"{id}\" is not an id: use 1 to 64 lower-case letters, digits and hyphens");
        }

        return id;
    }

    /// <summary>The <c>name</c> of a section in both languages.</summary>
    public static Wording Name(JsonSection parent)
    {
        if (parent.Section("name") is not { } section)
        {
            return new Wording("", "");
        }

        var name = new Wording(section.Text("zh"), section.Text("en"));
        section.Close();
        return name;
    }

    /// <summary>One of a few words; <paramref name="otherwise"/> makes the key optional.</summary>
    public string OneOf(JsonSection section, string name, IReadOnlyList<string> known, string? otherwise = null)
    {
        var value = section.Text(name, otherwise);
        if (value.Length > 0 && !known.Contains(value, StringComparer.Ordinal))
        {
            Unknown(section, name, value, known);
        }

        return value;
    }

    /// <summary>A value that names nothing known, with the nearest known one.</summary>
    public void Unknown(JsonSection section, string name, string value, IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        var meant = Suggestion.For(value, known);
        Fault(
            section,
            name,
            $"未知的值 \"{value}\"{(meant is null ? "" : $"，是否想写 \"{meant}\"")}。可用：{list}",
            $"unknown value \"{value}\"{(meant is null ? "" : $", did you mean \"{meant}\"")}? Known: {list}");
    }

    /// <summary>The id of a bus that can be used so; empty after a fault. A bus that is absent from the file or of another use is a fault.</summary>
    public string Bus(JsonSection section, string name, BusUse use, string? otherwise = null)
    {
        var id = section.Text(name, otherwise);
        if (id.Length == 0)
        {
            return "";
        }

        _used.Add(id);
        if (Buses.Find(known => known.Id == id) is not { } bus)
        {
            Unknown(section, name, id, Buses.Where(known => Fits(known, use)).Select(known => known.Id));
        }
        else if (!Fits(bus, use))
        {
            var fitting = string.Join(", ", Kinds.Buses.Where(kind => kind.Use.HasFlag(use)).Select(kind => kind.Kind));
            Fault(
                section,
                name,
                $"总线 {id} 的类型是 {bus.Kind}，不能这样使用；可用的类型：{fitting}",
                $"the bus {id} is of kind {bus.Kind}, which cannot be used for this; kinds that can: {fitting}");
        }

        return id;
    }

    /// <summary>The entry of the secrets file that a section names; null for none.</summary>
    public static string? Secret(JsonSection section) => section.Text("secret", otherwise: "") is { Length: > 0 } secret ? secret : null;

    private static bool Fits(BusDescription bus, BusUse use) =>
        Kinds.Buses.FirstOrDefault(kind => kind.Kind == bus.Kind) is not { } kind || kind.Use.HasFlag(use);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IdPattern();
}
