using Gateway.Drivers.Buses.Video;

namespace Gateway.Drivers.Tests.Buses.Video;

/// <summary>A grey source under way, with what it reported.</summary>
internal sealed class RunningLuma(VideoSettings settings, AnalysisScale scale = AnalysisScale.Full)
    : RunningSource<FfmpegLumaSource>(new FfmpegLumaSource(settings, scale, TimeProvider.System, new Random(1)), source => source.ChildId)
{
    /// <summary>For the pictures of <see cref="EdgeGateway.Testing.TestVideo"/>, all of them.</summary>
    public static VideoSettings Settings(string url) =>
        RunningCamera.Settings(url) with { Width = 320, Height = 180, FramesPerSecond = VideoSettings.EveryFrame };
}
