using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Makes small copies of clips in which only a part of the picture can be made out; everything else is coarse blocks. One at a time.</summary>
public sealed class ClipMasker(string ffmpeg, TimeProvider clock) : IDisposable
{
    /// <summary>Twenty seconds in small take seconds to encode, also on a small board beside everything else.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Writes the copy, without sound; where that fails no file is left.</summary>
    /// <param name="clip">The clip's file.</param>
    /// <param name="region">The part of the clip's picture that the mask is of.</param>
    /// <param name="maskFile">A PGM picture: 255 where the copy shows what the clip shows, 0 where it does not.</param>
    /// <param name="size">Of the copy, 16..1920 pixels; made even.</param>
    /// <param name="output">A file to be made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="DeviceFaultException">FFmpeg is missing, failed or took too long, or the file cannot be written.</exception>
    public async Task MakeAsync(
        string clip, FrameRegion region, string maskFile, (int Width, int Height) size, string output, CancellationToken cancellationToken)
    {
        var command = new MaskedClipCommand(clip, region, maskFile, Even(size.Width), Even(size.Height));
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await ClipProcess.RunAsync(ffmpeg, command.Arguments, input: null, output, Limit, clock, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private static int Even(int side) => Math.Clamp(side, 16, 1920) & ~1;
}
