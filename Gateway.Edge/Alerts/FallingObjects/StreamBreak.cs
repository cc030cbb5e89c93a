using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Tells where a stream was torn, so that what was seen before says nothing about what is seen after. Some frames lost in between are no
/// break: a track bears that, and learning the background anew would leave the camera blind for seconds. Not thread-safe.
/// </summary>
internal sealed class StreamBreak
{
    /// <summary>A simulated camera at rest shows a picture every two seconds; no fall is followed across more.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(3);

    private TimeSpan? _last;
    private long _number;

    /// <summary>Whether the stream was torn before this frame.</summary>
    public bool Before(LumaFrame frame)
    {
        var torn = _last is { } last
            && (frame.StreamTime < last || frame.StreamTime - last > LongestGap || frame.Number <= _number);
        (_last, _number) = (frame.StreamTime, frame.Number);
        return torn;
    }
}
