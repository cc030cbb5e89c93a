using System.Globalization;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>
/// The second output of a camera's FFmpeg child: its stream, copied into files. The child's working folder is the ring's, so that no path
/// needs quoting. FFmpeg's fifo keeps a slow or full disk from holding up the frames: it drops video while the disk does not take any and
/// opens the files anew every few seconds; the null output beside it keeps the child alive while there is no other.
/// </summary>
/// <param name="Settings">What to keep.</param>
/// <param name="Session">Distinguishes the files of this child.</param>
internal sealed record RecordingOutput(RecordingSettings Settings, string Session)
{
    /// <summary>Some seconds of any camera's packets.</summary>
    private const int QueuePackets = 300;

    private const int RetryAfterSeconds = 3;

    public IReadOnlyList<string> Arguments(bool isStream)
    {
        var seconds = Settings.Segment.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        List<string> arguments = ["-map", "0:v:0", "-c:v", "copy"];
        if (isStream)
        {
            // Many cameras send the decoder's parameters once, at the start of the connection; every segment needs them.
            arguments.AddRange(["-bsf:v", "dump_extra=freq=keyframe"]);
        }

        if (Settings.Audio)
        {
            arguments.AddRange(["-map", "0:a:0?", "-c:a", "aac", "-ac", "1", "-b:a", "48k"]);
        }

        arguments.AddRange(
        [
            "-f", "tee", "-use_fifo", "1", "-fifo_options",
            string.Create(CultureInfo.InvariantCulture, $"queue_size={QueuePackets}:drop_pkts_on_overflow=1:attempt_recovery=1:recover_any_error=1:")
                + string.Create(CultureInfo.InvariantCulture, $"recovery_wait_time={RetryAfterSeconds}:restart_with_keyframe=1"),
            $"[f=segment:onfail=ignore:segment_time={seconds}:segment_format=mpegts:reset_timestamps=1:segment_list=pipe\\\\:2:segment_list_type=csv"
                + $":segment_list_entry_prefix={SegmentLine.Prefix}]{SegmentName.Pattern(Session)}|[f=null]-",
        ]);
        return arguments;
    }

    /// <summary>True for an error line that speaks of the recording and not of the camera.</summary>
    public static bool IsTrouble(string line) =>
        line.StartsWith("[segment @", StringComparison.Ordinal) || line.StartsWith("[tee @", StringComparison.Ordinal)
        || line.StartsWith("[fifo @", StringComparison.Ordinal) || line.StartsWith("[mpegts @", StringComparison.Ordinal);
}
