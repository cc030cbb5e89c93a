using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;

namespace Gateway.Drivers.Configuration;

/// <content>Devices and what they are made of.</content>
public sealed partial class HardwareReader
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    private FaceGateDescription? ReadDevice(JsonSection section, List<Zone> zones, List<BusDescription> buses)
    {
        var kind = OneOf(section, "kind", DeviceKinds);
        return kind is "face-gate" or "" ? ReadFaceGate(section, zones, buses) : null;
    }

    private FaceGateDescription ReadFaceGate(JsonSection section, List<Zone> zones, List<BusDescription> buses)
    {
        var id = Id(section, "id");
        var name = Name(section);
        var zone = section.Text("zone", otherwise: "");
        if (zone.Length > 0 && zones.TrueForAll(known => known.Id != zone))
        {
            Unknown(section, "zone", zone, zones.Select(known => known.Id));
        }

        var (camera, secret) = section.Section("camera") is { } cameraSection ? ReadCamera(cameraSection) : (new VideoSettings { Url = "" }, null);
        var (bus, relay, contact, door) = section.Section("door") is { } doorSection ? ReadDoor(doorSection, buses) : ("", 0, 0, new DoorSettings());
        section.Close();
        return new FaceGateDescription(new DeviceId(id), name, zone.Length > 0 ? zone : null, camera, secret, bus, relay, contact, door);
    }

    private (VideoSettings Settings, string? Secret) ReadCamera(JsonSection section)
    {
        var usual = new VideoSettings { Url = Address(section) };
        var secret = section.Text("secret", otherwise: "");
        var settings = usual with
        {
            Region = section.Section("region", required: false) is { } region ? ReadRegion(region) : FrameRegion.Whole,
            Width = section.Whole("width", 16, 3840, usual.Width),
            Height = section.Whole("height", 16, 2160, usual.Height),
            FramesPerSecond = section.Whole("framesPerSecond", 1, 60, usual.FramesPerSecond),
            Loop = section.Flag("loop", usual.Loop),
            RealTime = section.Flag("realTime", usual.RealTime),
            StallAfter = section.Duration("stallAfter", TimeSpan.FromSeconds(1), AMinute, usual.StallAfter),
            ConnectWithin = section.Duration("connectWithin", TimeSpan.FromSeconds(1), AMinute, usual.ConnectWithin),
        };
        section.Close();
        return (settings, secret.Length > 0 ? secret : null);
    }

    private string Address(JsonSection section)
    {
        var written = section.Text("url");
        if (written.Length == 0)
        {
            return "";
        }

        if (Placeholders.Fill(written, _lookup, out var missing) is not { } url)
        {
            Bad($"占位符 {missing} 没有值：请设置环境变量 {missing}", $"the placeholder {missing} has no value: set the environment variable {missing}");
            return "";
        }

        if (url.Any(char.IsControl))
        {
            Bad("不得包含换行等控制字符", "holds a line break or another control character: remove it");
            return "";
        }

        if (!url.Contains("://", StringComparison.Ordinal))
        {
            return url;
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("rtsp" or "rtsps") || uri.Host.Length == 0)
        {
            Bad("应为 rtsp://主机:端口/路径 或本地文件路径", "expected rtsp://host:port/path or the path of a file");
        }
        else if (uri.UserInfo.Length > 0)
        {
            Bad("地址中不得包含用户名或密码：请写入密钥文件，并用 \"secret\" 引用", "holds a user or password: put them into the secrets file and name the entry in \"secret\"");
        }

        return url;

        void Bad(string zh, string en) => _errors.Add(new HardwareError(section.At("url"), section.LineOf("url"), new(zh, en)));
    }

    private FrameRegion ReadRegion(JsonSection section)
    {
        var region = new FrameRegion(
            section.Number("x", 0, 1), section.Number("y", 0, 1), section.Number("width", 0.01, 1), section.Number("height", 0.01, 1));
        if (region.X + region.Width > 1.000001 || region.Y + region.Height > 1.000001)
        {
            _errors.Add(new HardwareError(section.Path, section.Line, new(
                "区域超出画面：x + width 与 y + height 不得大于 1", "the region leaves the picture: x + width and y + height must be at most 1")));
        }

        section.Close();
        return region;
    }

    private (string Bus, int Relay, int Contact, DoorSettings Settings) ReadDoor(JsonSection section, List<BusDescription> buses)
    {
        var id = section.Text("bus");
        var bus = buses.Find(known => known.Id == id);
        if (id.Length > 0 && bus is null)
        {
            Unknown(section, "bus", id, buses.Select(known => known.Id));
        }

        var (relay, contact) = (section.Whole("relay", 0, 1023), section.Whole("contact", 0, 1023));
        var usual = new DoorSettings();

        // A simulated contact does not bounce, and one that is forced at a high rate must not be taken for bouncing.
        var debounce = bus?.Kind == "simulated" ? TimeSpan.Zero : usual.Debounce;
        var pulse = section.Duration("pulse", TimeSpan.FromMilliseconds(100), AMinute, usual.Pulse);
        var settings = new DoorSettings
        {
            Pulse = pulse,
            OpenWithin = section.Duration("openWithin", pulse, TimeSpan.FromMinutes(5), pulse > usual.OpenWithin ? pulse : usual.OpenWithin),
            HeldOpenAfter = section.Duration("heldOpenAfter", TimeSpan.FromSeconds(1), TimeSpan.FromHours(1), usual.HeldOpenAfter),
            Debounce = section.Duration("debounce", TimeSpan.Zero, TimeSpan.FromSeconds(1), debounce),
            PullToRelease = section.Flag("pullToRelease", usual.PullToRelease),
            ActiveWhenOpen = section.Flag("activeWhenOpen", usual.ActiveWhenOpen),
        };
        if (bus?.Simulation.ForcedOpenEvery is { } every && settings.Debounce >= every / 2)
        {
            _errors.Add(new HardwareError(section.At("debounce"), section.LineOf("debounce"), new(
                $"不得长于 forcedOpenEvery 的一半（{every / 2:c}），否则所有事件都会被滤除",
                $"must be shorter than half of the bus's forcedOpenEvery ({every / 2:c}), or every event is filtered out")));
        }

        section.Close();
        return (id, relay, contact, settings);
    }

    private static void ReadWiring(JsonSection file, List<FaceGateDescription> gates)
    {
        foreach (var shared in gates.Where(gate => gate.Bus.Length > 0).GroupBy(gate => (gate.Bus, gate.Relay)).Where(group => group.Skip(1).Any()))
        {
            var names = string.Join(", ", shared.Select(gate => gate.Id.Value));
            file.Fault("devices", file.LineOf("devices"), new(
                $"多个设备共用总线 {shared.Key.Bus} 的继电器 {shared.Key.Relay}：{names}",
                $"several devices drive relay {shared.Key.Relay} of bus {shared.Key.Bus}: {names}"));
        }
    }
}
