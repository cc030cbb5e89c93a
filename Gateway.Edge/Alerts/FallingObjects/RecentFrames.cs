using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Copies of a few frames of the last seconds: a fall is told when it is over, and its picture is to be from its midst. Holds at most
/// <see cref="Most"/> frames and makes no more buffers than that. Not thread-safe.
/// </summary>
internal sealed class RecentFrames
{
    /// <summary>With <see cref="Spacing"/> they reach back over a fall from 80 m: four seconds.</summary>
    public const int Most = 6;

    /// <summary>So that even a short fall has one.</summary>
    public static readonly TimeSpan Spacing = TimeSpan.FromMilliseconds(700);

    private readonly List<(byte[] Luma, TimeSpan Time)> _frames = new(Most); // oldest first
    private int _width;
    private int _height;

    /// <summary>Copies the frame where the last copy is old enough.</summary>
    public void Offer(LumaFrame frame)
    {
        if (_frames.Count > 0 && frame.StreamTime - _frames[^1].Time < Spacing)
        {
            return;
        }

        (_width, _height) = (frame.Width, frame.Height);
        var buffer = _frames.Count < Most ? new byte[_width * _height] : _frames[0].Luma;
        if (_frames.Count == Most)
        {
            _frames.RemoveAt(0);
        }

        frame.Pixels.Span.CopyTo(buffer);
        _frames.Add((buffer, frame.StreamTime));
    }

    /// <summary>A copy of the frame nearest to the midst of the fall; null where there is none.</summary>
    public StillFrame? Of(Fall fall)
    {
        if (_frames.Count == 0)
        {
            return null;
        }

        var midst = fall.Began + (fall.Duration / 2);
        var (luma, time) = _frames.MinBy(frame => (frame.Time - midst).Duration());
        return new StillFrame(luma.ToArray(), _width, _height, time);
    }

    /// <summary>Forgets them.</summary>
    public void Clear() => _frames.Clear();
}
