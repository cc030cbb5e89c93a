using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>A colour source under way, with what it reported.</summary>
internal sealed class RunningCamera(VideoSettings settings, Func<CancellationToken, Task<Uri>>? find = null)
    : RunningSource<FfmpegVideoSource>(new FfmpegVideoSource(settings, TimeProvider.System, new Random(1), find), source => source.ChildId)
{
    public static VideoSettings Settings(string url) => new()
    {
        Url = url,
        Width = 160,
        Height = 90,
        FramesPerSecond = 10,
        StallAfter = TimeSpan.FromSeconds(4),
        ReconnectFrom = TimeSpan.FromMilliseconds(50),
        ReconnectUpTo = TimeSpan.FromMilliseconds(200),
    };
}
