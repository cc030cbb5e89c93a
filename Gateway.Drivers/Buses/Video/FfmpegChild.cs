using System.Diagnostics;
using System.IO.Pipes;

namespace Gateway.Drivers.Buses.Video;

/// <summary>
/// One FFmpeg process, from start to end. It ends when we kill it by its handle, when the picture stalls, or by itself; if we die,
/// it ends at its next frame because nobody holds the other end of its pipe.
/// </summary>
internal sealed class FfmpegChild : IDisposable
{
    private readonly VideoSettings _settings;
    private readonly Process _process;
    private readonly ErrorTail _errors;
    private readonly ITimer _watchdog;
    private volatile bool _stalled; // set by the watchdog, read by the pump after the pipe closed

    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public FfmpegChild(VideoSettings settings, TimeProvider clock)
    {
        _settings = settings;
        _errors = new ErrorTail(settings.Credentials);
        var start = new ProcessStartInfo(settings.Ffmpeg, FfmpegArguments.For(settings))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        _process = new Process { StartInfo = start };
        _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
        _process.Start();
        _process.BeginErrorReadLine();
        _watchdog = clock.CreateTimer(_ => GiveUp(), null, settings.ConnectWithin, Timeout.InfiniteTimeSpan);
    }

    public int Id => _process.Id;

    /// <summary>Reads frames into <paramref name="slot"/> until the process ends; blocks its thread.</summary>
    public VideoEnd Pump(FrameSlot slot, ref long number, Action firstFrame)
    {
        var pipe = _process.StandardOutput.BaseStream;
        if (pipe is PipeStream { SafePipeHandle: var handle })
        {
            PipeSize.Widen(handle);
        }

        long frames = 0;
        int read;
        while ((read = Fill(pipe, slot.Writing.Image)) == _settings.FrameBytes)
        {
            _watchdog.Change(_settings.StallAfter, Timeout.InfiniteTimeSpan);
            slot.Publish(++number);
            if (++frames == 1)
            {
                firstFrame();
            }
        }

        _watchdog.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Kill();
        _process.WaitForExit();
        return new VideoEnd(frames, read, _stalled, _process.ExitCode, _errors.ToString());
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

    private static int Fill(Stream pipe, BgrImage image) =>
        pipe.ReadAtLeast(image.Pixels.AsSpan(0, image.ByteCount), image.ByteCount, throwOnEndOfStream: false);

    private void GiveUp()
    {
        _stalled = true;
        Kill();
    }
}
