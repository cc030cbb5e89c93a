using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video;

/// <summary>A camera's or file's frames in colour. <see cref="ReadAsync"/> serves one reader at a time; <see cref="RunAsync"/> runs once.</summary>
internal sealed class FfmpegVideoSource : ICameraFeed
{
    private readonly FrameSlot _slot;
    private readonly CameraSupervisor _supervisor;

    /// <param name="settings">What to read.</param>
    /// <param name="clock">Time.</param>
    /// <param name="random">Spreads the pauses.</param>
    /// <param name="find">Asks for the stream's address before each call; its <see cref="DeviceFaultException"/> is reported. Null: the settings' own.</param>
    public FfmpegVideoSource(VideoSettings settings, TimeProvider clock, Random random, Func<CancellationToken, Task<Uri>>? find = null)
    {
        _slot = new FrameSlot(settings.Width, settings.Height, clock, settings.Reference);
        _supervisor = new CameraSupervisor(settings, new ColourSink(settings, _slot), clock, random, find);
    }

    /// <inheritdoc/>
    public long Dropped => _slot.Dropped;

    /// <inheritdoc/>
    public PictureWatch Pictures => _slot.Pictures;

    /// <inheritdoc/>
    public IClipSource Clips => _supervisor.Clips;

    /// <summary>Process id of the running child; 0 between two.</summary>
    public int ChildId => _supervisor.ChildId;

    /// <inheritdoc/>
    public ValueTask<VideoFrame> ReadAsync(CancellationToken cancellationToken) => _slot.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RunAsync(Func<VideoStatus, ValueTask> report, CancellationToken cancellationToken) => _supervisor.RunAsync(report, cancellationToken);
}
