using System.Threading.Channels;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.Simulation;

namespace Gateway.Edge.Tests.Passages;

/// <summary>A gate with a real simulated door, whose camera shows what the test sends and whose relay the test can break.</summary>
internal sealed class ScriptedGate(TimeProvider clock, string id = "gate-1") : IFaceGate, IVideoSource, IDisposable
{
    private readonly Channel<VideoFrame> _frames = Channel.CreateUnbounded<VideoFrame>();

    public DeviceId Id { get; } = new(id);

    public Wording Name { get; } = new("东门", "East gate");

    public IVideoSource Camera => this;

    public SimulatedDoor Door { get; } = new(new SimulationSettings(), clock, new Random(1));

    /// <summary>What the relay does in place of working; null while it works.</summary>
    public Func<Task>? Relay { get; set; }

    public long Dropped => 0;

    public ValueTask OpenAsync(CancellationToken cancellationToken) =>
        Relay is { } broken ? new ValueTask(broken()) : Door.SetAsync(active: true, cancellationToken);

    public ValueTask<VideoFrame> ReadAsync(CancellationToken cancellationToken) => _frames.Reader.ReadAsync(cancellationToken);

    public void Show(int frames)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            _frames.Writer.TryWrite(new VideoFrame(new BgrImage(new byte[3], 1, 1), frame, clock.GetUtcNow().AddMilliseconds(100 * frame), giveBack: null));
        }
    }

    public void Dispose() => Door.Dispose();
}
