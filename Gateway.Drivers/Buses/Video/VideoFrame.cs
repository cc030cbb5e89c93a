namespace Gateway.Drivers.Buses.Video;

/// <summary>One decoded frame, borrowed from its source until disposed; disposing gives its buffer back. Not thread-safe.</summary>
public sealed class VideoFrame : IDisposable
{
    private Action<VideoFrame>? _giveBack;

    /// <summary>Made by a source; <paramref name="giveBack"/> is called once, on dispose.</summary>
    public VideoFrame(BgrImage image, long number, DateTimeOffset capturedAt, Action<VideoFrame>? giveBack)
    {
        (Image, Number, CapturedAt) = (image, number, capturedAt);
        _giveBack = giveBack;
    }

    /// <summary>The picture; not to be read after dispose.</summary>
    public BgrImage Image { get; }

    /// <summary>Count of frames since the source started, the dropped ones included.</summary>
    public long Number { get; }

    /// <summary>When the frame arrived.</summary>
    public DateTimeOffset CapturedAt { get; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke(this);
}
