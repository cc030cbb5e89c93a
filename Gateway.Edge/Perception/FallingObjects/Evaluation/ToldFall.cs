namespace Gateway.Edge.Perception.FallingObjects.Evaluation;

/// <summary>A fall that the detector told.</summary>
/// <param name="Fall">What it told.</param>
/// <param name="Frames">The clip's frame of each point of its track.</param>
/// <param name="ToldFrame">The frame after which it told it; the last one where it told it at the end of the clip.</param>
/// <param name="ToldTime">The stream's time of that frame.</param>
internal sealed record ToldFall(Fall Fall, IReadOnlyList<int> Frames, int ToldFrame, TimeSpan ToldTime)
{
    /// <summary>With the frame that each point's time belongs to: a detector counts without the duplicates.</summary>
    /// <param name="fall">What was told.</param>
    /// <param name="times">The stream's time of every frame so far, in order.</param>
    public static ToldFall Of(Fall fall, IReadOnlyList<TimeSpan> times) =>
        new(fall, [.. fall.Track.Select(point => Nearest(times, point.Time))], times.Count - 1, times[^1]);

    private static int Nearest(IReadOnlyList<TimeSpan> times, TimeSpan time)
    {
        var (low, high) = (0, times.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] < time ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && time - times[low - 1] < times[low] - time ? low - 1 : low;
    }
}
