using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>A video file of a folder.</summary>
/// <param name="path">The file.</param>
/// <param name="truth">What falls in it.</param>
/// <param name="region">Where to look and how the camera stands; null to find it out.</param>
/// <param name="scale">How much of its resolution is analysed; null for what suits its rows, as for a camera.</param>
internal sealed class VideoClip(string path, IReadOnlyList<TrueFall> truth, ClipRegion? region, AnalysisScale? scale) : IEvaluationClip
{
    private static readonly string[] s_endings =
        [".avi", ".flv", ".m4v", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".mts", ".ts", ".webm", ".wmv"];

    /// <inheritdoc/>
    public string Name => Path.GetFileName(path);

    /// <inheritdoc/>
    public IReadOnlyList<TrueFall> Truth { get; } = truth;

    /// <inheritdoc/>
    public IReadOnlyList<ClipGroup> Groups => [];

    /// <summary>Whether a file is a video by its name.</summary>
    public static bool IsVideo(string file) => s_endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async ValueTask<IClipFrames> OpenAsync(CancellationToken cancellationToken)
    {
        var file = await LumaFile.OpenAsync(path, scale ?? AnalysisScale.Full, cancellationToken);
        var suits = scale ?? AnalysisScales.For(file.Height);
        if (scale is not null || suits == AnalysisScale.Full)
        {
            return new VideoFrames(file, region, suits);
        }

        await file.DisposeAsync();
        return new VideoFrames(await LumaFile.OpenAsync(path, suits, cancellationToken), region, suits);
    }
}
