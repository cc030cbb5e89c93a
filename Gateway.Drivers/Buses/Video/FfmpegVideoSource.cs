using System.ComponentModel;
using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// Reads a camera or file through FFmpeg children, one after the other: a child that ends or stalls is replaced after a jittered
/// pause; a file that does not loop is played once. <see cref="ReadAsync"/> serves one reader at a time; <see cref="RunAsync"/> runs once.
/// </summary>
internal sealed class FfmpegVideoSource : ICameraFeed
{
    /// <summary>How often the recording is looked after.</summary>
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(2);

    private readonly VideoSettings _settings;
    private readonly TimeProvider _clock;
    private readonly Backoff _backoff;
    private readonly FrameSlot _slot;
    private readonly CameraRecorder? _recorder;
    private readonly Func<CancellationToken, Task<Uri>>? _find;
    private long _number; // owned by the pump thread; pumps never overlap
    private volatile int _childId; // written by RunAsync's flow only, read by anyone

    /// <param name="settings">What to read.</param>
    /// <param name="clock">Time.</param>
    /// <param name="random">Spreads the pauses.</param>
    /// <param name="find">Asks for the stream's address before each call; its <see cref="DeviceFaultException"/> is reported. Null: the settings' own.</param>
    public FfmpegVideoSource(VideoSettings settings, TimeProvider clock, Random random, Func<CancellationToken, Task<Uri>>? find = null)
    {
        _find = find;
        _settings = settings;
        _clock = clock;
        _backoff = new Backoff(settings.ReconnectFrom, settings.ReconnectUpTo, random);
        _slot = new FrameSlot(settings.Width, settings.Height, clock, settings.Reference);
        if (settings.Recording is { } recording)
        {
            _recorder = new CameraRecorder(recording, clock);
            Clips = new RingClips(_recorder.Ring, settings.Ffmpeg, recording, clock);
        }
    }

    /// <inheritdoc/>
    public long Dropped => _slot.Dropped;

    /// <inheritdoc/>
    public PictureWatch Pictures => _slot.Pictures;

    /// <inheritdoc/>
    public IClipSource Clips { get; } = NoClips.NotConfigured;

    /// <summary>Process id of the running child; 0 between two.</summary>
    public int ChildId => _childId;

    /// <inheritdoc/>
    public ValueTask<VideoFrame> ReadAsync(CancellationToken cancellationToken) => _slot.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task RunAsync(Func<VideoStatus, ValueTask> report, CancellationToken cancellationToken)
    {
        await report(VideoStatus.Connecting);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var end = await RunChildAsync(report, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            await report(end);
            await Task.Delay(IsPlayed(end) ? Timeout.InfiniteTimeSpan : _backoff.Next(), _clock, cancellationToken);
        }
    }

    private bool IsPlayed(VideoStatus end) =>
        !_settings.IsStream && !_settings.Loop && string.Equals(end.Code, VideoDiagnosis.EndedCode, StringComparison.Ordinal);

    private async Task<VideoStatus> RunChildAsync(Func<VideoStatus, ValueTask> report, CancellationToken cancellationToken)
    {
        await using var recording = _recorder is null ? null : await _recorder.BeginAsync(cancellationToken);
        FfmpegChild child;
        try
        {
            var settings = _find is null ? _settings : _settings with { Url = (await _find(cancellationToken)).AbsoluteUri };
            child = await FfmpegChild.StartAsync(settings, recording, _clock);
        }
        catch (DeviceFaultException fault)
        {
            return VideoDiagnosis.NoAddress(fault);
        }
        catch (Win32Exception error)
        {
            return VideoDiagnosis.NoProgram(_settings.Ffmpeg, error.Message);
        }

        using (child)
        {
            _childId = child.Id;
            await using var stop = cancellationToken.UnsafeRegister(static state => ((FfmpegChild)state!).Kill(), child);
            var firstFrame = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var pump = Task.Factory.StartNew(
                () => child.Pump(_slot, ref _number, firstFrame.SetResult),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);

            // A slow listener must not keep the pump from ending, nor may the child be disposed of under its pump.
            var watch = WatchAsync(child, firstFrame.Task, pump, recording, report);
            var end = await pump;
            _childId = 0;
            return await watch ?? VideoDiagnosis.Of(end, Dropped);
        }
    }

    /// <summary>Reports the first frame and then how the recording fares; returns why it ended the child for the recording's sake, if it did.</summary>
    private async Task<VideoStatus?> WatchAsync(
        FfmpegChild child, Task firstFrame, Task pump, RecordingSession? recording, Func<VideoStatus, ValueTask> report)
    {
        if (await Task.WhenAny(firstFrame, pump) != firstFrame)
        {
            return null;
        }

        _backoff.Reset();
        await report(VideoStatus.Online);
        return _recorder is null ? null : await WatchRecordingAsync(child, pump, _recorder, recording, report);
    }

    private async Task<VideoStatus?> WatchRecordingAsync(
        FfmpegChild child, Task pump, CameraRecorder recorder, RecordingSession? recording, Func<VideoStatus, ValueTask> report)
    {
        var since = _clock.Monotonic();
        var said = "";
        using var ended = new CancellationTokenSource();
        while (!pump.IsCompleted)
        {
            var fault = await recorder.FaultAsync(recording, since, CancellationToken.None);
            if (fault is { Restart: true })
            {
                child.Kill();
                return VideoStatus.NotRecording(fault);
            }

            if (!string.Equals(said, fault?.Code ?? "", StringComparison.Ordinal))
            {
                said = fault?.Code ?? "";
                await report(fault is null ? VideoStatus.Online : VideoStatus.NotRecording(fault));
            }

            await Task.WhenAny(pump, Task.Delay(LookAfter, _clock, ended.Token));
        }

        await ended.CancelAsync();
        return null;
    }
}
