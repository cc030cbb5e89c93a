using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Configuration;

/// <content>Cameras and the part of their picture that is read.</content>
internal sealed partial class HardwareContext
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    /// <summary>The <c>camera</c> of a device; null after a fault, or where an optional one is absent.</summary>
    /// <param name="device">The device's section.</param>
    /// <param name="required">It is a mistake to leave it out.</param>
    /// <param name="otherwise">What holds for what is left out; null for what suits a gate.</param>
    public CameraDescription? Camera(JsonSection device, bool required = true, VideoSettings? otherwise = null)
    {
        if (device.Section("camera", required) is not { } section)
        {
            return null;
        }

        var usual = (otherwise ?? new VideoSettings { Url = "" }) with { Url = Address(section) };
        var secret = Secret(section);
        var settings = usual with
        {
            Region = section.Section("region", required: false) is { } region ? Region(region) : FrameRegion.Whole,
            Width = section.Whole("width", 16, 3840, usual.Width),
            Height = section.Whole("height", 16, 2160, usual.Height),
            FramesPerSecond = section.Whole("framesPerSecond", 1, 60, usual.FramesPerSecond),
            Loop = section.Flag("loop", usual.Loop),
            RealTime = section.Flag("realTime", usual.RealTime),
            StallAfter = section.Duration("stallAfter", TimeSpan.FromSeconds(1), AMinute, usual.StallAfter),
            Recording = section.Section("recording", required: false) is { } recording ? Recording(recording) : null,
            ConnectWithin = section.Duration("connectWithin", TimeSpan.FromSeconds(1), AMinute, usual.ConnectWithin),
        };
        section.Close();
        return new CameraDescription(settings, secret);
    }

    /// <summary>A rectangle inside a picture, as fractions of its sides.</summary>
    public static FrameRegion Region(JsonSection section)
    {
        var region = new FrameRegion(
            section.Number("x", 0, 1), section.Number("y", 0, 1), section.Number("width", 0.01, 1), section.Number("height", 0.01, 1));
        if (region.X + region.Width > 1.000001 || region.Y + region.Height > 1.000001)
        {
            section.Fault(section.Path, section.Line, new(
                "区域超出画面：x + width 与 y + height 不得大于 1", "the region leaves the picture: x + width and y + height must be at most 1"));
        }

        section.Close();
        return region;
    }

    /// <summary>The folder is chosen when the camera is built.</summary>
    private static RecordingSettings Recording(JsonSection section)
    {
        var usual = new RecordingSettings { Folder = "" };
        var settings = usual with
        {
            Keep = section.Duration("keep", TimeSpan.FromSeconds(30), TimeSpan.FromHours(23.9), usual.Keep),
            MaxBytes = (long)section.Whole("maxMegabytes", 8, 1_000_000, (int)(usual.MaxBytes >> 20)) << 20,
            Segment = section.Duration("segment", TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), usual.Segment),
            Audio = section.Flag("audio", usual.Audio),
        };
        section.Close();
        return settings;
    }

    private string Address(JsonSection section)
    {
        if (Filled(section, "url") is not { } url)
        {
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

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("rtsp" or "rtsps" or "onvif") || uri.Host.Length == 0)
        {
            Bad("应为 rtsp://主机:端口/路径、onvif://主机:端口/配置文件 或本地文件路径", "expected rtsp://host:port/path, onvif://host:port/profile or the path of a file");
        }
        else
        {
            HoldsNoLogin(section, "url", uri);
        }

        return url;

        void Bad(string zh, string en) => Fault(section, "url", zh, en);
    }
}
