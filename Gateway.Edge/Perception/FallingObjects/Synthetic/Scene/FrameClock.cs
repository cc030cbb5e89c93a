namespace Gateway.Edge.Perception.FallingObjects.Synthetic.Scene;

/// <summary>
/// When a stream's frames are taken: a little unevenly, now and then with one lost or sent twice. A frame that is sent twice either comes
/// with a time of its own or with the same. Immutable.
/// </summary>
internal sealed class FrameClock
{
    private readonly TimeSpan[] _times;
    private readonly int[] _sources;

    public FrameClock(SeededRandom random, double framesPerSecond, TimeSpan duration, bool even)
    {
        FramesPerSecond = framesPerSecond;
        var count = Math.Max(2, (int)Math.Ceiling(duration.TotalSeconds * framesPerSecond));
        (_times, _sources) = (new TimeSpan[count], new int[count]);
        var jitter = even || random.Chance(0.35) ? 0 : random.Between(0.02, 0.12);
        var (twice, lost) = (even || random.Chance(0.7) ? 0 : 0.015, even || random.Chance(0.75) ? 0 : 0.006);
        var (sameTime, ticks) = (random.Chance(0.4), random.Chance(0.5) ? TimeSpan.TicksPerMillisecond : 111);
        double at = 0;
        for (var i = 0; i < count; i++)
        {
            var again = i > 1 && random.Chance(twice);
            at += i == 0 || (again && sameTime) ? 0 : random.Chance(lost) ? 2 : 1;
            var off = i == 0 || again ? 0 : random.Between(-jitter, jitter);
            var time = (long)((at + off) / framesPerSecond * TimeSpan.TicksPerSecond / ticks) * ticks;
            (_times[i], _sources[i]) = again && sameTime ? (_times[i - 1], _sources[i - 1]) : (new TimeSpan(time), again ? _sources[i - 1] : i);
        }
    }

    /// <summary>Nominal.</summary>
    public double FramesPerSecond { get; }

    public int Count => _times.Length;

    /// <summary>The stamp of a frame; never earlier than the one before.</summary>
    public TimeSpan TimeOf(int frame) => _times[frame];

    /// <summary>The frame whose picture a frame shows: itself, or an earlier one that is sent again.</summary>
    public int SourceOf(int frame) => _sources[frame];
}
