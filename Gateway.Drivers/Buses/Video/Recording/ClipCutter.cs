using System.ComponentModel;
using System.Diagnostics;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Runs FFmpeg to cut clips. A crash or a hang of one costs that clip.</summary>
internal static class ClipCutter
{
    /// <summary>Cuts at once over all cameras: the disk and the cores are the gateway's, not a camera's.</summary>
    private const int AtOnce = 2;

    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Copying ten minutes of video takes seconds even from an SD card.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    private static readonly SemaphoreSlim Turns = new(AtOnce);

    /// <summary>Cuts and returns the size of the file; where that fails no file is left.</summary>
    /// <exception cref="DeviceFaultException">FFmpeg is missing or failed, or the file cannot be written.</exception>
    public static async Task<long> CutAsync(ClipCommand command, string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken);
        var part = Path.GetFullPath(path) + ".part";
        try
        {
            await using (new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = Private }))
            {
                // FFmpeg writes into the file as it is, so that its mode is private from the first byte.
            }

            await RunAsync(command, part, clock, cancellationToken);
            File.Move(part, path, overwrite: true);
            return new FileInfo(path).Length;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Win32Exception)
        {
            throw new DeviceFaultException($"The clip {path} cannot be written: {error.Message} Check the disk's free space, the folder's permissions and that ffmpeg is installed.", error);
        }
        finally
        {
            RingFolder.TryDelete(part);
            Turns.Release();
        }
    }

    private static async Task RunAsync(ClipCommand command, string part, TimeProvider clock, CancellationToken cancellationToken)
    {
        var program = Programs.Find(command.Program) ?? throw new Win32Exception($"There is no program {command.Program}.");
        using var process = await ChildLauncher.StartAsync(program, command.Arguments(part));
        var errors = new ErrorTail(credentials: null);
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data);
        process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await WriteAsync(process, command.Playlist(), either.Token);
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException error)
        {
            process.Kill();
            cancellationToken.ThrowIfCancellationRequested();
            throw new DeviceFaultException($"The clip {part} took longer than {Limit:c} to cut and was given up: the disk is slow or fails.", error);
        }

        if (process.ExitCode != 0)
        {
            throw new DeviceFaultException($"The clip {part} could not be cut: {errors}");
        }
    }

    private static async Task WriteAsync(Process process, string playlist, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(playlist.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended at once; its exit code and words tell why.
        }
    }
}
