using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Grey;
using Gateway.Drivers.Buses.Video.Pictures;

namespace Gateway.Drivers.Simulation;

/// <summary>A camera in software whose frames are grey and come with times: one that watches a facade.</summary>
internal sealed class SimulatedLumaCamera : SimulatedCamera, ILumaFeed
{
    private readonly LumaQueue _queue;
    private long _number; // owned by RunAsync's flow, as is the next
    private TimeSpan _time;

    /// <param name="settings">Size of its picture.</param>
    /// <param name="scale">How much of that is delivered.</param>
    /// <param name="clock">All time; its frames' times are as fast as it is.</param>
    /// <param name="painter">What it looks at.</param>
    public SimulatedLumaCamera(VideoSettings settings, AnalysisScale scale, TimeProvider clock, ScenePainter painter)
        : base(clock, painter, SimulatedPace.Motion)
    {
        var (width, height) = scale.Of(settings.Width, settings.Height);
        _queue = new LumaQueue(width, height, clock, settings.Reference);
    }

    /// <inheritdoc/>
    public int Width => _queue.Width;

    /// <inheritdoc/>
    public int Height => _queue.Height;

    /// <inheritdoc/>
    public long Dropped => _queue.Dropped;

    /// <inheritdoc/>
    public override PictureWatch Pictures => _queue.Pictures;

    /// <inheritdoc/>
    protected override SceneCanvas Canvas => new(_queue.Writing.Pixels, _queue.Width, _queue.Height, channels: 1);

    /// <inheritdoc/>
    public ValueTask<LumaFrame> ReadAsync(CancellationToken cancellationToken) => _queue.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    protected override void Publish(TimeSpan time)
    {
        _queue.Publish(++_number, time, time - _time);
        _time = time;
    }
}
