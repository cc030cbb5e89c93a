using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using Gateway.Drivers.Buses.Video.Recording;

namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// One FFmpeg process, from start to end. It ends when we kill it by its handle, when the picture stalls, or by itself; if we die,
/// the kernel ends it.
/// </summary>
internal sealed class FfmpegChild : IDisposable
{
    /// <summary>ENOENT of <c>errno.h</c>.</summary>
    private const int NoSuchFile = 2;

    /// <summary>How long a child whose pipe has ended may take to tell its exit code.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly VideoSettings _settings;
    private readonly Process _process;
    private readonly ErrorTail _errors;
    private readonly ITimer _watchdog;
    private volatile bool _stalled; // set by the watchdog, read by the pump after the pipe closed

    private FfmpegChild(VideoSettings settings, Process process, RecordingSession? recording, TimeProvider clock)
    {
        (_settings, _process, _errors) = (settings, process, new ErrorTail(settings.Credentials));
        _process.ErrorDataReceived += (_, line) =>
        {
            if (recording?.Take(line.Data) is not true)
            {
                _errors.Add(line.Data);
            }
        };
        _process.BeginErrorReadLine();
        _watchdog = clock.CreateTimer(_ => GiveUp(), null, settings.ConnectWithin, Timeout.InfiniteTimeSpan);
    }

    public int Id => _process.Id;

    /// <exception cref="Win32Exception">The program cannot be found or started.</exception>
    public static async Task<FfmpegChild> StartAsync(
        VideoSettings settings, IFrameSink sink, RecordingSession? recording, TimeProvider clock)
    {
        var program = Programs.Find(settings.Ffmpeg) ?? throw new Win32Exception(NoSuchFile, $"There is no program {settings.Ffmpeg}.");
        var command = FfmpegCommand.For(settings, sink.Output, recording?.Output);
        var process = await ChildLauncher.StartAsync(program, command.Arguments, recording?.Output.Settings.Folder ?? "");
        var child = new FfmpegChild(settings, process, recording, clock);
        try
        {
            // Fits the pipe's buffer, so this never waits for FFmpeg.
            await process.StandardInput.WriteAsync(command.Playlist);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended at once; its exit code and words tell why.
        }

        return child;
    }

    /// <summary>Reads frames into <paramref name="sink"/> until the process ends; blocks its thread.</summary>
    public VideoEnd Pump(IFrameSink sink, Action firstFrame)
    {
        var pipe = _process.StandardOutput.BaseStream;
        if (pipe is PipeStream { SafePipeHandle: var handle })
        {
            PipeSize.Widen(handle);
        }

        var (reader, frames) = (sink.Begin(pipe), 0L);
        try
        {
            while (reader.Next())
            {
                _watchdog.Change(_settings.StallAfter, Timeout.InfiniteTimeSpan);
                if (++frames == 1)
                {
                    firstFrame();
                }
            }
        }
        catch (InvalidDataException error)
        {
            _errors.Add(error.Message);
            Kill();
        }

        if (reader.Refusal is not null)
        {
            Kill();
        }

        // A child that ends by itself gets to say why; one that only closed its pipe is killed.
        var stalled = _stalled;
        _watchdog.Change(LastWords, Timeout.InfiniteTimeSpan);
        _process.WaitForExit();
        return new VideoEnd(_settings.IsStream, frames, reader.PartialBytes, stalled, _process.ExitCode, _errors.ToString()) { Refusal = reader.Refusal };
    }

    public void Kill()
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

    public void Dispose()
    {
        _watchdog.Dispose();
        Kill();
        _process.Dispose();
    }

    private void GiveUp()
    {
        _stalled = true;
        Kill();
    }
}
