using System.Threading.Channels;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;

namespace Gateway.Edge.Tests.Passages.Vehicles;

/// <summary>A barrier whose camera shows what the test sends, and whose relay the test can break.</summary>
internal sealed class ScriptedBarrier(string id = "barrier-east") : IVehicleBarrier, IVideoSource
{
    private readonly Channel<VideoFrame> _frames = Channel.CreateUnbounded<VideoFrame>();
    private readonly Channel<BarrierReason> _raises = Channel.CreateUnbounded<BarrierReason>();

    public DeviceId Id { get; } = new(id);

    public Wording Name { get; } = new("东门道闸", "East barrier");

    public IVideoSource? Camera => this;

    public VehicleLane? Lane { get; set; } = new(LaneDirection.In, null, null, HasApproach: false);

    public Func<bool?> Approach { get; set; } = static () => null;

    public bool? Approached => Approach();

    public Wording? CameraTrouble { get; set; }

    public BarrierPosition Position { get; set; } = BarrierPosition.Down;

    public BarrierMode Mode { get; set; } = BarrierMode.Automatic;

    /// <summary>What the relay does in place of working; null while it works.</summary>
    public Func<Task>? Relay { get; set; }

    public long Dropped => 0;

    /// <summary>Waits for the next order to raise.</summary>
    public ValueTask<BarrierReason> RaisedAsync(CancellationToken cancellationToken) => _raises.Reader.ReadAsync(cancellationToken);

    /// <summary>Whether an order to raise has been given that nobody has waited for.</summary>
    public bool HasRaise => _raises.Reader.Count > 0;

    public async ValueTask<BarrierAnswer> RaiseAsync(BarrierReason reason, CancellationToken cancellationToken)
    {
        if (Relay is { } broken)
        {
            await broken();
        }

        _raises.Writer.TryWrite(reason);
        return BarrierAnswer.Done;
    }

    public ValueTask<BarrierAnswer> LowerAsync(BarrierReason reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<BarrierAnswer> StopAsync(BarrierReason reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<BarrierAnswer> SetModeAsync(BarrierMode mode, BarrierReason reason, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<VideoFrame> ReadAsync(CancellationToken cancellationToken) => _frames.Reader.ReadAsync(cancellationToken);

    public void Show() => _frames.Writer.TryWrite(new VideoFrame(new BgrImage(new byte[64 * 64 * 3], 64, 64), 1, Plates.Start, giveBack: null));
}
