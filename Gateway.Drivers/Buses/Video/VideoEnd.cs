namespace Gateway.Drivers.Buses.Video;

/// <summary>How one FFmpeg child ended.</summary>
/// <param name="IsStream">It read a camera, not a file.</param>
/// <param name="Frames">Whole frames it delivered.</param>
/// <param name="PartialBytes">Bytes of a last, unfinished frame; thrown away.</param>
/// <param name="Stalled">We ended it because no frame came in time.</param>
/// <param name="ExitCode">Its exit code; tells little, since FFmpeg exits 0 on a stall.</param>
/// <param name="Errors">Its last error lines, passwords masked.</param>
internal sealed record VideoEnd(bool IsStream, long Frames, int PartialBytes, bool Stalled, int ExitCode, string Errors)
{
    /// <summary>Why we ended it, where its frames were not what they had to be; else null.</summary>
    public VideoStatus? Refusal { get; init; }
}
