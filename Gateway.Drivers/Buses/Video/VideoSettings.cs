using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Buses.Video;

/// <summary>What to read and how to hand it on. Defaults suit a gate camera.</summary>
public sealed record VideoSettings
{
    /// <summary>A rate so high asks for every frame of a camera whose frames are analysed one by one.</summary>
    internal const int EveryFrame = 60;

    /// <summary>An <c>rtsp://</c> address without credentials, <c>onvif://host[:port][/profile]</c> for the one that the camera tells, or the path of a file.</summary>
    public required string Url { get; init; }

    /// <summary>User and password; null for a camera without. Never logged.</summary>
    public CameraCredentials? Credentials { get; init; }

    /// <summary>The part of the picture that is read; default all of it.</summary>
    public FrameRegion Region { get; init; } = FrameRegion.Whole;

    /// <summary>Pixels in a row of a delivered frame, 16..3840; of a camera in grey, of what it sends. Default 640.</summary>
    public int Width { get; init; } = 640;

    /// <summary>Rows of the same, 16..2160. Default 360. In colour a picture of other proportions gets black bars and is not distorted.</summary>
    public int Height { get; init; } = 360;

    /// <summary>Frames delivered per second at most, 1..60; a slower camera's are not repeated. Default 8.</summary>
    public int FramesPerSecond { get; init; } = 8;

    /// <summary>A file starts again at its end; otherwise it is played once. Default false; streams ignore it.</summary>
    public bool Loop { get; init; }

    /// <summary>A file is read at its own speed instead of as fast as possible. Default true; streams ignore it.</summary>
    public bool RealTime { get; init; } = true;

    /// <summary>A camera that shows nothing for so long is given up and called again. Default 5 s.</summary>
    public TimeSpan StallAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The first frame may take so long. Default 15 s.</summary>
    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Shortest pause before calling again. Default 0.5 s.</summary>
    public TimeSpan ReconnectFrom { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest pause before calling again. Default 30 s.</summary>
    public TimeSpan ReconnectUpTo { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Name or path of the FFmpeg program. Default <c>ffmpeg</c>.</summary>
    public string Ffmpeg { get; init; } = "ffmpeg";

    /// <summary>The ring of video on disk; null, the default, for none.</summary>
    public RecordingSettings? Recording { get; init; }

    /// <summary>File of the picture that the patrol compares the view with; null, the default, for a camera that is not compared.</summary>
    public string? Reference { get; init; }

    /// <summary>Bytes of one delivered frame.</summary>
    public int FrameBytes => Width * Height * 3;

    /// <summary>True for a camera on the network, false for a file.</summary>
    public bool IsStream => AsksForAddress
        || Url.StartsWith("rtsp://", StringComparison.OrdinalIgnoreCase)
        || Url.StartsWith("rtsps://", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the camera is asked for its stream's address whenever it is called.</summary>
    internal bool AsksForAddress => Url.StartsWith("onvif://", StringComparison.OrdinalIgnoreCase);
}
