using Gateway.Drivers.Buses.Video.Grey;
using Gateway.Drivers.Buses.Video.Pictures;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video;

/// <summary>A camera's or file's grey frames. <see cref="ReadAsync"/> serves one reader at a time; <see cref="RunAsync"/> runs once.</summary>
internal sealed class FfmpegLumaSource : ILumaFeed
{
    private readonly LumaQueue _queue;
    private readonly CameraSupervisor _supervisor;

    /// <param name="settings">What to read; its size is the one that the camera sends.</param>
    /// <param name="scale">How much of that is delivered.</param>
    /// <param name="clock">Time.</param>
    /// <param name="random">Spreads the pauses.</param>
    /// <param name="find">Asks for the stream's address before each call; its <see cref="DeviceFaultException"/> is reported. Null: the settings' own.</param>
    public FfmpegLumaSource(
        VideoSettings settings, AnalysisScale scale, TimeProvider clock, Random random, Func<CancellationToken, Task<Uri>>? find = null)
    {
        var (width, height) = scale.Of(settings.Width, settings.Height);
        _queue = new LumaQueue(width, height, clock, settings.Reference);
        _supervisor = new CameraSupervisor(settings, new LumaSink(settings, scale, _queue, clock), clock, random, find);
    }

    /// <inheritdoc/>
    public int Width => _queue.Width;

    /// <inheritdoc/>
    public int Height => _queue.Height;

    /// <inheritdoc/>
    public long Dropped => _queue.Dropped;

    /// <inheritdoc/>
    public PictureWatch Pictures => _queue.Pictures;

    /// <inheritdoc/>
    public IClipSource Clips => _supervisor.Clips;

    /// <summary>Process id of the running child; 0 between two.</summary>
    public int ChildId => _supervisor.ChildId;

    /// <inheritdoc/>
    public ValueTask<LumaFrame> ReadAsync(CancellationToken cancellationToken) => _queue.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public Task RunAsync(Func<VideoStatus, ValueTask> report, CancellationToken cancellationToken) => _supervisor.RunAsync(report, cancellationToken);
}
