namespace Gateway.Drivers.Buses.Video;

/// <summary>One grey frame, borrowed from its source until disposed; disposing gives its buffer back. Not thread-safe.</summary>
public sealed class LumaFrame : IDisposable
{
    private Action<LumaFrame>? _giveBack;

    /// <summary>Made by a source; <paramref name="giveBack"/> is called once, on dispose.</summary>
    public LumaFrame(ReadOnlyMemory<byte> pixels, int width, int height, long number, TimeSpan streamTime, DateTimeOffset capturedAt, Action<LumaFrame>? giveBack)
    {
        (Pixels, Width, Height, Number, StreamTime, CapturedAt) = (pixels, width, height, number, streamTime, capturedAt);
        _giveBack = giveBack;
    }

    /// <summary>Luma, 0..255, row by row without gaps: <see cref="Width"/> x <see cref="Height"/> bytes. Not to be read after dispose.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Count of frames since the source started, the dropped ones included.</summary>
    public long Number { get; }

    /// <summary>The stream's own time of this frame since the connection began: never less than the frame's before, and the same for one that is not later;
    /// starts anew with each connection.</summary>
    public TimeSpan StreamTime { get; }

    /// <summary>When the frame arrived.</summary>
    public DateTimeOffset CapturedAt { get; }

    /// <summary>It shows nothing new: it is no later than the frame before or, from a camera, the very same picture.</summary>
    public bool Repeats { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _giveBack, null)?.Invoke(this);
}
