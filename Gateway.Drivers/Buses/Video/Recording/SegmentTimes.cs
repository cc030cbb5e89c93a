namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>From when to when a segment really shows something.</summary>
internal static class SegmentTimes
{
    /// <summary>
    /// What FFmpeg says holds for a whole segment. The first one after a start says that it begins with the stream, though it holds
    /// nothing before its first key frame; one that a full disk cut short ends before it says.
    /// </summary>
    public static (TimeSpan Start, TimeSpan End) Of(SegmentLine line, TransportStream stream)
    {
        var said = (long)((line.End - line.Start).TotalSeconds * TransportStream.TicksPerSecond);
        var shown = (((said - stream.First) % TransportStream.Wrap) + TransportStream.Wrap) % TransportStream.Wrap;
        if (shown > TransportStream.Wrap / 2)
        {
            // Its first picture claims to come after its end: nothing but the end is to be believed.
            return (line.End - stream.Duration, line.End);
        }

        var start = line.End - TimeSpan.FromSeconds((double)shown / TransportStream.TicksPerSecond);
        var end = start + stream.Duration;
        return (start, line.End - end > Segment.Tolerance ? end : line.End);
    }
}
