using System.Globalization;
using System.Threading.Channels;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>
/// The recording of one FFmpeg child. Its words come in on the thread that reads its error output and are worked off on another, so that a
/// slow disk holds up neither.
/// </summary>
internal sealed class RecordingSession : IAsyncDisposable
{
    /// <summary>Minutes of words; what a disk that slow makes us miss is found again when the child ends.</summary>
    private const int Backlog = 64;

    /// <summary>How long the disk may take for the last files.</summary>
    private static readonly TimeSpan LastFiles = TimeSpan.FromSeconds(5);

    private readonly Channel<(SegmentLine Line, TimeSpan Heard)> _lines =
        Channel.CreateBounded<(SegmentLine, TimeSpan)>(new BoundedChannelOptions(Backlog) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly SegmentClock _times = new(); // owned by the worker
    private readonly CameraRecorder _recorder;
    private readonly TimeProvider _clock;
    private readonly Task _worker;
    private volatile bool _troubled;

    public RecordingSession(CameraRecorder recorder, RecordingSettings settings, TimeProvider clock)
    {
        (_recorder, _clock) = (recorder, clock);
        Output = new RecordingOutput(settings, clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture));
        _worker = Task.Run(WorkAsync);
    }

    public RecordingOutput Output { get; }

    /// <summary>The child has complained of its recording since the last segment.</summary>
    public bool Troubled => _troubled;

    /// <summary>True for a line that is about the recording; all others are the camera's.</summary>
    public bool Take(string? line)
    {
        if (line is null)
        {
            return false;
        }

        if (SegmentLine.TryRead(line, out var closed))
        {
            _lines.Writer.TryWrite((closed, _clock.Monotonic()));
            return true;
        }

        if (!RecordingOutput.IsTrouble(line))
        {
            return false;
        }

        _troubled = true;
        return true;
    }

    /// <summary>The child has ended: takes in what it left.</summary>
    public async ValueTask DisposeAsync()
    {
        _lines.Writer.TryComplete();
        try
        {
            await _worker.WaitAsync(LastFiles, _clock);
        }
        catch (TimeoutException)
        {
            // The disk hangs. The files are found at the next start.
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var (line, heard) in _lines.Reader.ReadAllAsync())
        {
            var offset = _times.Add(line.End, heard);
            if (_recorder.TryTake(files => files.Take(line, offset, Output.Session) is { } segment ? [segment] : []))
            {
                _troubled = false;
            }
        }

        _recorder.TryTake(files => files.ScanUnclosed(Output.Session));
    }
}
