using System.Text.RegularExpressions;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>Reads one face gate of a hardware file.</summary>
internal static partial class FaceGateReader
{
    private static readonly string[] Schemes = ["rtsp", "rtsps", "file"];
    private static readonly LineDescription NoLine = new("", "");

    public static FaceGateDescription Read(
        string id,
        ObjectReader device,
        IReadOnlyDictionary<string, BusDescription> buses,
        HashSet<LineDescription> taken,
        IReadOnlyDictionary<string, string> variables) =>
        new(
            new DeviceId(id),
            device.Words("name"),
            ReadCamera(device.Object("camera"), variables),
            ReadDoor(device.Object("door"), buses, taken));

    private static CameraDescription ReadCamera(ObjectReader? camera, IReadOnlyDictionary<string, string> variables)
    {
        var nowhere = new Uri("file:///");
        if (camera is null)
        {
            return new CameraDescription(nowhere, 0, 0, 0, null, RegionDescription.Whole);
        }

        var read = new CameraDescription(
            ReadUrl(camera, variables) ?? nowhere,
            camera.Whole("width", 160, 3840, 1280),
            camera.Whole("height", 120, 2160, 720),
            camera.Number("framesPerSecond", 1, 30, 8),
            camera.OptionalText("credentials"),
            ReadRegion(camera.Object("region", required: false)));
        if (read.Width % 2 != 0 || read.Height % 2 != 0)
        {
            camera.Fault(read.Width % 2 != 0 ? "width" : "height", "expected an even number of pixels");
        }

        camera.RefuseUnknown();
        return read;
    }

    private static Uri? ReadUrl(ObjectReader camera, IReadOnlyDictionary<string, string> variables)
    {
        var text = Variable().Replace(camera.Text("url"), match =>
        {
            var name = match.Groups["name"].Value;
            if (variables.TryGetValue(name, out var value))
            {
                return value;
            }

            camera.Fault("url", $"the variable '{name}' is not set; set the environment variable {name}");
            return "unset";
        });
        if (text.Length == 0)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !Schemes.Contains(url.Scheme, StringComparer.Ordinal))
        {
            camera.Fault("url", $"expected an address that begins with rtsp://, rtsps:// or file://, got \"{text}\"");
            return null;
        }

        if (url.UserInfo.Length > 0)
        {
            camera.Fault("url", "must not hold a user name or password; put them into the secrets file and name the entry in \"credentials\"");
        }

        return url;
    }

    private static RegionDescription ReadRegion(ObjectReader? region)
    {
        if (region is null)
        {
            return RegionDescription.Whole;
        }

        var read = new RegionDescription(
            region.Number("x", 0, 0.95),
            region.Number("y", 0, 0.95),
            region.Number("width", 0.05, 1),
            region.Number("height", 0.05, 1));
        region.RefuseUnknown();
        if (read.X + read.Width > 1.0001 || read.Y + read.Height > 1.0001)
        {
            region.Fault("width", "reaches beyond the picture: x + width and y + height must be at most 1");
        }

        return read;
    }

    private static DoorDescription ReadDoor(ObjectReader? door, IReadOnlyDictionary<string, BusDescription> buses, HashSet<LineDescription> taken)
    {
        if (door is null)
        {
            return new DoorDescription(NoLine, NoLine, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        }

        var read = new DoorDescription(
            ReadLine(door.Object("relay"), buses, taken),
            ReadLine(door.Object("contact"), buses, taken),
            door.Seconds("pulseSeconds", 0.1, 60, 3),
            door.Seconds("heldOpenAfterSeconds", 1, 3600, 30),
            door.Seconds("debounceSeconds", 0, 2, 0.05));
        door.RefuseUnknown();
        return read;
    }

    private static LineDescription ReadLine(ObjectReader? line, IReadOnlyDictionary<string, BusDescription> buses, HashSet<LineDescription> taken)
    {
        if (line is null)
        {
            return NoLine;
        }

        var read = new LineDescription(line.Text("bus"), line.Text("line"));
        line.RefuseUnknown();
        if (read.Bus.Length > 0 && !buses.ContainsKey(read.Bus))
        {
            line.Fault("bus", $"no bus is called '{read.Bus}'{DidYouMean.For(read.Bus, buses.Keys)}");
        }
        else if (read.Line.Length > 0 && !taken.Add(read))
        {
            line.Fault("line", $"line '{read.Line}' of bus '{read.Bus}' is already used");
        }

        return read;
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
