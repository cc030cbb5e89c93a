namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>
/// One file of a ring. Times are monotonic: <see cref="TimeProvider.GetElapsedTime(long)"/> from zero, so that a jump of the wall clock
/// moves nothing.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Codec">What it holds.</param>
/// <param name="Start">Its first picture.</param>
/// <param name="End">The end of its last picture.</param>
/// <param name="Bytes">Size of the file.</param>
internal sealed record Segment(string Path, VideoCodec Codec, TimeSpan Start, TimeSpan End, long Bytes)
{
    /// <summary>What lies between two segments up to here is the roundness of times, not a gap.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(500);

    public bool Overlaps(TimeSpan from, TimeSpan to) => End > from && Start < to;
}
