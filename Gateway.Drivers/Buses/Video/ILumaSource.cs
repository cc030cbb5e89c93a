namespace Gateway.Drivers.Buses.Video;

/// <summary>A live source of grey frames in order. Holds a few of them: a reader that is slower for longer loses frames, which are counted.</summary>
public interface ILumaSource
{
    /// <summary>Pixels in a row; the same for all frames.</summary>
    int Width { get; }

    /// <summary>Rows; the same for all frames.</summary>
    int Height { get; }

    /// <summary>Frames that arrived and that nobody read in time.</summary>
    long Dropped { get; }

    /// <summary>Waits for the next frame. One reader at a time.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    ValueTask<LumaFrame> ReadAsync(CancellationToken cancellationToken);
}
