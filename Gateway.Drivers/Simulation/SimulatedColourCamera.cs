using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Pictures;

namespace Gateway.Drivers.Simulation;

/// <summary>A camera in software whose frames are in colour: a gate's or a barrier's.</summary>
/// <param name="settings">Size of its frames.</param>
/// <param name="clock">All time.</param>
/// <param name="painter">What it looks at.</param>
internal sealed class SimulatedColourCamera(VideoSettings settings, TimeProvider clock, ScenePainter painter)
    : SimulatedCamera(clock, painter, SimulatedPace.Still), ICameraFeed
{
    private readonly FrameSlot _slot = new(settings.Width, settings.Height, clock, settings.Reference);
    private long _number; // owned by RunAsync's flow

    /// <inheritdoc/>
    public long Dropped => _slot.Dropped;

    /// <inheritdoc/>
    public override PictureWatch Pictures => _slot.Pictures;

    /// <inheritdoc/>
    protected override SceneCanvas Canvas => new(_slot.Writing.Image.Pixels, settings.Width, settings.Height, channels: 3);

    /// <inheritdoc/>
    public ValueTask<VideoFrame> ReadAsync(CancellationToken cancellationToken) => _slot.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    protected override void Publish(TimeSpan time) => _slot.Publish(++_number);
}
