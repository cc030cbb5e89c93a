using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>
/// Keeps one camera's ring over the lives of its FFmpeg children and over restarts of the gateway. A disk that fails costs the recording,
/// never the frames. Sessions follow one another and never overlap.
/// </summary>
internal sealed class CameraRecorder(RecordingSettings settings, TimeProvider clock)
{
    /// <summary>How long a disk may take to answer before the camera is started without its recording.</summary>
    private static readonly TimeSpan DiskAnswers = TimeSpan.FromSeconds(5);

    /// <summary>A disk that works again gets a child that records after so long at the earliest: disks come and go.</summary>
    private static readonly TimeSpan ResumeEvery = TimeSpan.FromSeconds(30);

    /// <summary>A child that should record and does not is started anew at most so often.</summary>
    private static readonly TimeSpan RestartEvery = TimeSpan.FromMinutes(5);

    private static readonly Wording DiskHangs = new("录像磁盘没有响应：请检查磁盘", "The recording's disk does not answer: check the disk");

    private static readonly Wording NothingComes = new(
        "有画面，但没有录下视频：摄像机的编码无法录制（应为 H.264 或 H.265），或关键帧间隔过长",
        "Pictures come but no video is recorded: the camera's encoding cannot be copied (it must be H.264 or H.265) or its key frames are too far apart");

    private readonly RingFiles _files = new(settings, clock);
    private bool _scanned; // owned by BeginAsync
    private Task<Wording?> _check = Task.FromResult<Wording?>(null); // the disk's last answer, which may be outstanding; owned by RunAsync's flow
    private TimeSpan? _restarted; // owned by RunAsync's flow
    private long _grown = TimeSpan.MinValue.Ticks; // monotonic; written by the session's worker
    private volatile bool _short; // the disk's lack of room, not age, decided what went last

    public SegmentRing Ring { get; } = new(settings);

    /// <summary>A session for the child about to be started; null where the disk does not let it record.</summary>
    public async Task<RecordingSession?> BeginAsync(CancellationToken cancellationToken)
    {
        if (await CheckDiskAsync(cancellationToken) is not null)
        {
            return null;
        }

        if (!_scanned)
        {
            _scanned = true;
            var scan = Task.Run(() => TryTake(files => files.Scan()), CancellationToken.None);
            await Task.WhenAny(scan, Task.Delay(DiskAnswers, clock, cancellationToken));
        }

        return new RecordingSession(this, settings, clock);
    }

    /// <summary>Lets the files become segments and removes what is too old; false where the disk refused. Called by sessions' workers.</summary>
    public bool TryTake(Func<RingFiles, IReadOnlyList<Segment>> take)
    {
        try
        {
            foreach (var segment in take(_files))
            {
                Ring.Add(segment);
                Volatile.Write(ref _grown, clock.Monotonic().Ticks);
            }

            var (now, free) = (clock.Monotonic(), RingFolder.FreeBytes(settings.Folder));
            foreach (var segment in Ring.Prune(now, free))
            {
                RingFolder.TryDelete(segment.Path);
            }

            _short = free < settings.ReserveBytes;
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>What is wrong with the recording of a camera whose frames come; null when nothing is.</summary>
    /// <param name="session">Of the running child; null where it was started without.</param>
    /// <param name="since">When its frames began to come, monotonic.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<RecordingFault?> FaultAsync(RecordingSession? session, TimeSpan since, CancellationToken cancellationToken)
    {
        var now = clock.Monotonic();
        var grown = TimeSpan.FromTicks(Math.Max(Volatile.Read(ref _grown), since.Ticks));
        var quiet = now - grown > settings.QuietAfter;
        if (session is { Troubled: false } && !quiet)
        {
            return _short ? RecordingFault.ShortOfSpace : null;
        }

        if (await CheckDiskAsync(cancellationToken) is { } wrong)
        {
            return new RecordingFault(RecordingFault.DiskCode, wrong, Restart: false);
        }

        if (session is not null && !quiet)
        {
            return null;
        }

        var restart = _restarted is not { } last || now - last > (session is null ? ResumeEvery : RestartEvery);
        _restarted = restart ? now : _restarted;
        return new RecordingFault(RecordingFault.QuietCode, NothingComes, restart);
    }

    private async Task<Wording?> CheckDiskAsync(CancellationToken cancellationToken)
    {
        if (_check.IsCompleted)
        {
            _check = Task.Run(() => RingFolder.Check(settings.Folder), CancellationToken.None);
        }

        try
        {
            return await _check.WaitAsync(DiskAnswers, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
            return DiskHangs;
        }
    }
}
