using System.ComponentModel;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// Reads a camera or file through FFmpeg children, one after the other: a child that ends or stalls is replaced after a jittered
/// pause; a file that does not loop is played once. <see cref="RunAsync"/> runs once.
/// </summary>
internal sealed class CameraSupervisor
{
    /// <summary>How often the recording and the frames' times are looked after.</summary>
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(2);

    private readonly VideoSettings _settings;
    private readonly IFrameSink _sink;
    private readonly TimeProvider _clock;
    private readonly Backoff _backoff;
    private readonly CameraRecorder? _recorder;
    private readonly Func<CancellationToken, Task<Uri>>? _find;
    private volatile int _childId; // written by RunAsync's flow only, read by anyone

    /// <param name="settings">What to read.</param>
    /// <param name="sink">Where its frames go.</param>
    /// <param name="clock">Time.</param>
    /// <param name="random">Spreads the pauses.</param>
    /// <param name="find">Asks for the stream's address before each call; its <see cref="DeviceFaultException"/> is reported. Null: the settings' own.</param>
    public CameraSupervisor(VideoSettings settings, IFrameSink sink, TimeProvider clock, Random random, Func<CancellationToken, Task<Uri>>? find)
    {
        (_settings, _sink, _clock, _find) = (settings, sink, clock, find);
        _backoff = new Backoff(settings.ReconnectFrom, settings.ReconnectUpTo, random);
        if (settings.Recording is { } recording)
        {
            _recorder = new CameraRecorder(recording, clock);
            Clips = new RingClips(_recorder.Ring, settings.Ffmpeg, recording, clock);
        }
    }

    /// <inheritdoc cref="ICameraSource.Clips"/>
    public IClipSource Clips { get; } = NoClips.NotConfigured;

    /// <summary>Process id of the running child; 0 between two.</summary>
    public int ChildId => _childId;

    /// <inheritdoc cref="ICameraSource.RunAsync"/>
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
            child = await FfmpegChild.StartAsync(settings, _sink, recording, _clock);
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
                () => child.Pump(_sink, firstFrame.SetResult),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);

            // A slow listener must not keep the pump from ending, nor may the child be disposed of under its pump.
            var watch = WatchAsync(child, firstFrame.Task, pump, recording, report);
            var end = await pump;
            _childId = 0;
            return await watch ?? VideoDiagnosis.Of(end, _sink.Dropped);
        }
    }

    /// <summary>Reports the first frame and then how the camera fares; returns why it ended the child for the recording's sake, if it did.</summary>
    private async Task<VideoStatus?> WatchAsync(
        FfmpegChild child, Task firstFrame, Task pump, RecordingSession? recording, Func<VideoStatus, ValueTask> report)
    {
        if (await Task.WhenAny(firstFrame, pump) != firstFrame)
        {
            return null;
        }

        _backoff.Reset();
        await report(_sink.Measured ?? VideoStatus.Online);
        return _recorder is null && _sink.Measured is null ? null : await WatchOnAsync(child, pump, recording, report);
    }

    private async Task<VideoStatus?> WatchOnAsync(FfmpegChild child, Task pump, RecordingSession? recording, Func<VideoStatus, ValueTask> report)
    {
        var since = _clock.Monotonic();
        var said = "ok";
        using var ended = new CancellationTokenSource();
        while (!pump.IsCompleted)
        {
            var fault = _recorder is null ? null : await _recorder.FaultAsync(recording, since, CancellationToken.None);
            if (fault is { Restart: true })
            {
                child.Kill();
                return VideoStatus.NotRecording(fault);
            }

            // What is measured changes all the time; a camera of which nothing is measured is only told of when its state changes.
            var status = fault is null ? _sink.Measured ?? VideoStatus.Online : VideoStatus.NotRecording(fault);
            if (_sink.Measured is not null || !string.Equals(said, status.Code, StringComparison.Ordinal))
            {
                said = status.Code;
                await report(status);
            }

            await Task.WhenAny(pump, Task.Delay(LookAfter, _clock, ended.Token));
        }

        await ended.CancelAsync();
        return null;
    }
}
