namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>
/// Makes times to reckon with out of what one connection says of its frames: they never go back, a frame that is not later than the one
/// before has its time, a clock that leaps is not followed, and one that stands still is replaced by the gateway's. Not thread-safe.
/// </summary>
internal sealed class StreamClock
{
    /// <summary>No camera sends a thousand frames a second: what comes closer together has no time of its own.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);

    /// <summary>A step so much longer than the time that has really passed is a clock that was set, not a pause.</summary>
    private static readonly TimeSpan Leap = TimeSpan.FromSeconds(5);

    /// <summary>So many frames without a time of their own are a clock that stands still.</summary>
    private const int Patience = 5;

    private TimeSpan _said;
    private TimeSpan _heard;
    private int _still;
    private bool _begun;

    /// <summary>The last frame was the first one.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>Time of the last frame, from zero.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Takes a frame's time.</summary>
    /// <param name="said">By the stream, never less than before.</param>
    /// <param name="heard">When the frame came, monotonic; of a file the same as <paramref name="said"/>.</param>
    /// <returns>How much later than the frame before; zero for the first, and for one that is not later.</returns>
    public TimeSpan Take(TimeSpan said, TimeSpan heard)
    {
        var (step, passed) = (said - _said, heard - _heard);
        IsFirst = !_begun;
        if (!_begun)
        {
            (_begun, _said, _heard) = (true, said, heard);
            return TimeSpan.Zero;
        }

        if (step < Least)
        {
            if (++_still <= Patience || passed < Least)
            {
                return TimeSpan.Zero;
            }

            step = passed;
        }
        else
        {
            _still = 0;
            step = step > passed + Leap ? passed : step;
        }

        (_said, _heard) = (said, heard);
        Time += step;
        return step;
    }
}
