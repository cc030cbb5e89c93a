using Gateway.Edge.Perception.FallingObjects.Synthetic;

namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>The frames of a synthetic clip, painted as they are asked for.</summary>
internal sealed class SyntheticFrames(SyntheticClip clip) : IClipFrames
{
    private readonly byte[] _luma = new byte[clip.Width * clip.Height];
    private int _frame = -1;

    /// <inheritdoc/>
    public FallView View => clip.View;

    /// <inheritdoc/>
    public int TruthHeight => clip.Height;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Luma => _luma;

    /// <inheritdoc/>
    public TimeSpan Time => clip.TimeOf(Math.Max(_frame, 0));

    /// <inheritdoc/>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_frame >= clip.FrameCount)
        {
            return ValueTask.FromResult(false);
        }

        clip.Render(_frame, _luma);
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
