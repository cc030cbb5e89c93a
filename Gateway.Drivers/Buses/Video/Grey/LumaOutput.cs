namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>
/// What FFmpeg is told to write on its standard output: every frame's luma with the stream's own time, as NUT (FFmpeg's container for pipes),
/// so that a picture and its time can never be told apart. Costs no more than bare pixels.
/// </summary>
internal static class LumaOutput
{
    /// <summary>
    /// The stream's time, counted from the first frame. A frame without a time or with one that goes back is given that of the one before;
    /// after a jump back by more than a second time goes on from there. Variables: 0 the origin, 1 the last time, 2 this frame's.
    /// </summary>
    private const string Times =
        "setpts='st(2,if(isnan(PTS),ld(0)+ld(1),PTS));if(eq(N,0)+lt(ld(2)-ld(0),ld(1)-1/TB),st(0,ld(2)-ld(1)));st(1,max(ld(1),ld(2)-ld(0)))'";

    /// <summary>Luma as it was sent, without a change of range; what has none, or has more than 8 bits, is converted.</summary>
    private const string Luma = "format=yuv420p|yuvj420p|yuv422p|yuvj422p|yuv444p|yuvj444p|yuv411p|gray,extractplanes=y";

    /// <summary>From the filter to the output's name. No stream's labels, no index (it would grow for ever), each frame at once.</summary>
    /// <param name="size">A filter that changes the size; empty for none.</param>
    public static IReadOnlyList<string> Arguments(string size) =>
    [
        "-map", "0:v:0", "-vf", string.Join(',', new[] { Luma, size, Times }.Where(filter => filter.Length > 0)), "-fps_mode", "passthrough",
        "-c:v", "rawvideo", "-pix_fmt", "gray", "-enc_time_base", "-1", "-map_metadata", "-1", "-flush_packets", "1", "-write_index", "0", "-f", "nut", "pipe:1",
    ];

    /// <summary>The filter for a share of whatever size the pictures have.</summary>
    public static string SizeOf(AnalysisScale scale) =>
        scale == AnalysisScale.Full ? "" : "crop=trunc(iw/2)*2:trunc(ih/2)*2:0:0,scale=iw/2:ih/2:flags=area";
}
