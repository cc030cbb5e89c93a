using System.ComponentModel;
using System.Diagnostics;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Runs FFmpeg to write one clip. A crash or a hang of it costs that clip.</summary>
internal static class ClipProcess
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes the clip and returns the size of its file; where that fails no file is left.</summary>
    /// <param name="ffmpeg">Name or path of FFmpeg.</param>
    /// <param name="arguments">The command line for a file to be written.</param>
    /// <param name="input">Text for standard input; null for none.</param>
    /// <param name="path">The clip's file, mode 0600.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="clock">Measures that.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DeviceFaultException">FFmpeg is missing, failed or took too long, or the file cannot be written.</exception>
    public static async Task<long> RunAsync(
        string ffmpeg, Func<string, IReadOnlyList<string>> arguments, string? input, string path, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var part = Path.GetFullPath(path) + ".part";
        try
        {
            await using (new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = Private }))
            {
                // FFmpeg writes into the file as it is, so that its mode is private from the first byte.
            }

            var program = Programs.Find(ffmpeg) ?? throw new Win32Exception($"There is no program {ffmpeg}.");
            using var process = await ChildLauncher.StartAsync(program, arguments(part));
            await FinishAsync(process, input, part, limit, clock, cancellationToken);
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
        }
    }

    private static async Task FinishAsync(
        Process process, string? input, string part, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var errors = new ErrorTail(credentials: null);
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data);
        process.BeginErrorReadLine();
        using var late = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await WriteAsync(process, input ?? "", either.Token);
            await process.WaitForExitAsync(either.Token);
        }
        catch (OperationCanceledException error)
        {
            process.Kill();
            cancellationToken.ThrowIfCancellationRequested();
            throw new DeviceFaultException($"The clip {part} took longer than {limit:c} to write and was given up: the disk or the processor is slow.", error);
        }

        if (process.ExitCode != 0)
        {
            throw new DeviceFaultException($"The clip {part} could not be written: {errors}");
        }
    }

    private static async Task WriteAsync(Process process, string input, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended at once; its exit code and words tell why.
        }
    }
}
