using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>The grey frames of a video file.</summary>
internal sealed class VideoFrames : IClipFrames
{
    private readonly LumaFile _file;
    private LumaFrame? _frame;

    /// <param name="file">Opened; disposed of with this.</param>
    /// <param name="region">Where to look; null to find it out.</param>
    /// <param name="scale">What the file was opened with.</param>
    public VideoFrames(LumaFile file, ClipRegion? region, AnalysisScale scale)
    {
        _file = file;
        var whole = new FallView(file.Width, file.Height);
        View = region?.Of(whole) ?? whole;
        TruthHeight = scale == AnalysisScale.Half ? file.Height * 2 : file.Height;
    }

    /// <inheritdoc/>
    public FallView View { get; }

    /// <inheritdoc/>
    public int TruthHeight { get; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Luma => _frame?.Pixels ?? default;

    /// <inheritdoc/>
    public TimeSpan Time => _frame?.StreamTime ?? default;

    /// <inheritdoc/>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        _frame?.Dispose();
        _frame = await _file.ReadAsync(cancellationToken);
        return _frame is not null;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _frame?.Dispose();
        _frame = null;
        return _file.DisposeAsync();
    }
}
