using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>A video file of a folder.</summary>
/// <param name="path">The file.</param>
/// <param name="truth">What falls in it.</param>
/// <param name="region">Where to look and how the camera stands; null to find it out.</param>
/// <param name="scale">How much of its resolution is analysed; null for half of what has more than <see cref="MostRows"/> rows.</param>
internal sealed class VideoClip(string path, IReadOnlyList<TrueFall> truth, ClipRegion? region, AnalysisScale? scale) : IEvaluationClip
{
    /// <summary>As many rows as small things need.</summary>
    public const int MostRows = 1080;

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
        if (scale is not null || file.Height <= MostRows)
        {
            return new VideoFrames(file, region, scale ?? AnalysisScale.Full);
        }

        await file.DisposeAsync();
        return new VideoFrames(await LumaFile.OpenAsync(path, AnalysisScale.Half, cancellationToken), region, AnalysisScale.Half);
    }
}
