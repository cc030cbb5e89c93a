using Gateway.Drivers.Buses.Video;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>A camera's frames with something that happens before each, and when there are no more.</summary>
internal sealed class LosingFrames(FacadeCamera camera, Action beforeEach) : ILumaSource
{
    public Action Empty { get; set; } = () => { };

    public int Width => camera.Width;

    public int Height => camera.Height;

    public long Dropped => camera.Dropped;

    public ValueTask<LumaFrame> ReadAsync(CancellationToken cancellationToken)
    {
        beforeEach();
        var frame = camera.ReadAsync(cancellationToken);
        if (!frame.IsCompleted)
        {
            Empty();
        }

        return frame;
    }
}
