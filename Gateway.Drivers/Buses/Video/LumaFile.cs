using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Gateway.Drivers.Buses.Video.Grey;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// Grey frames of a video file, all of them, as fast as the reader takes them: FFmpeg waits for a slow reader. A picture that is stored
/// turned comes upright. One reader at a time, who keeps no more than two frames at once.
/// </summary>
public sealed class LumaFile : IAsyncDisposable
{
    /// <summary>One that FFmpeg fills, one that waits, two with the reader.</summary>
    private const int Buffers = 4;

    /// <summary>How long FFmpeg may take to end once its output has ended.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    private readonly FileBuffers _free = new();
    private readonly Channel<FileBuffer> _full = Channel.CreateUnbounded<FileBuffer>(); // bounded by the buffers that there are
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _path;
    private readonly Process _process;
    private readonly ErrorTail _errors = new(credentials: null);
    private readonly Task _pump;
    private long _number; // owned by the reader

    private LumaFile(string path, Process process)
    {
        (_path, _process) = (path, process);
        _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
        _process.BeginErrorReadLine();
        _process.StandardInput.Close();
        _pump = Task.Factory.StartNew(Pump, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Pixels in a row of a delivered frame.</summary>
    public int Width { get; private set; }

    /// <summary>Rows of a delivered frame.</summary>
    public int Height { get; private set; }

    /// <summary>Begins to read a file; returns when its size is known.</summary>
    /// <param name="path">Of a file that FFmpeg can read.</param>
    /// <param name="scale">How much of its resolution is wanted.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="ffmpeg">Name or path of the FFmpeg program.</param>
    /// <exception cref="DeviceFaultException">There is no such file, it is no video, or FFmpeg cannot be started.</exception>
    public static async Task<LumaFile> OpenAsync(string path, AnalysisScale scale, CancellationToken cancellationToken, string ffmpeg = "ffmpeg")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var program = Programs.Find(ffmpeg)
            ?? throw new DeviceFaultException($"{path} cannot be read: there is no program {ffmpeg}; install ffmpeg.");
        LumaFile file;
        try
        {
            // "file:" keeps a path that holds a colon, or begins with a hyphen, from being read as something else.
            file = new LumaFile(path, await ChildLauncher.StartAsync(program,
            [
                "-nostdin", "-hide_banner", "-v", "error", "-threads", "2", "-i", "file:" + Path.GetFullPath(path),
                .. LumaOutput.Arguments(LumaOutput.SizeOf(scale)),
            ]));
        }
        catch (Win32Exception error)
        {
            throw new DeviceFaultException($"{path} cannot be read: {ffmpeg} cannot be started: {error.Message}", error);
        }

        try
        {
            await file._opened.Task.WaitAsync(cancellationToken);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next frame; null after the last. Frames are numbered from 1; their time of capture is the stream's, counted from 1970.</summary>
    /// <exception cref="InvalidDataException">The file broke off in its middle; the frames before were delivered.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async ValueTask<LumaFrame?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await _full.Reader.WaitToReadAsync(cancellationToken))
        {
            if (_full.Reader.TryRead(out var full))
            {
                return new LumaFrame(full.Pixels, Width, Height, ++_number, full.Time, DateTimeOffset.UnixEpoch + full.Time, full.GiveBack);
            }
        }

        return null;
    }

    /// <summary>All frames that are left. Each belongs to the loop's body, which disposes of it.</summary>
    /// <exception cref="InvalidDataException">As of <see cref="ReadAsync"/>.</exception>
    public async IAsyncEnumerable<LumaFrame> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await ReadAsync(cancellationToken) is { } frame)
        {
            yield return frame;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _free.Close();
        Kill();
        await _pump;
        _process.Dispose();
    }

    private void Pump()
    {
        var (reader, frames) = (new NutReader(_process.StandardOutput.BaseStream), 0L);
        Exception? broken = null;
        try
        {
            if (reader.Open())
            {
                (Width, Height) = (reader.Width, reader.Height);
                for (var i = 0; i < Buffers; i++)
                {
                    _free.Put(new FileBuffer(_free, Width * Height));
                }

                _opened.TrySetResult();
                while (_free.Take() is { } buffer && reader.Next(buffer.Pixels, out var time))
                {
                    buffer.Time = time;
                    _full.Writer.TryWrite(buffer);
                    frames++;
                }
            }
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidDataException or IOException)
        {
            broken = error;
        }

        Close(frames, broken);
    }

    private void Close(long frames, Exception? broken)
    {
        var ended = broken is not InvalidDataException && _process.WaitForExit(LastWords);
        Kill();
        _process.WaitForExit();
        if (frames == 0)
        {
            var words = VideoDiagnosis.Of(new VideoEnd(IsStream: false, 0, 0, Stalled: !ended, _process.ExitCode, _errors.ToString()), dropped: 0).Reason;
            _opened.TrySetException(new DeviceFaultException($"{_path}: {words.En}. FFmpeg says: {_errors}", words));
        }

        _full.Writer.TryComplete(broken is null && _process.ExitCode == 0 ? null : new InvalidDataException(
            $"{_path}: the video breaks off after {frames} frames: {broken?.Message ?? _errors.ToString()}", broken));
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself in the meantime.
        }
    }
}
