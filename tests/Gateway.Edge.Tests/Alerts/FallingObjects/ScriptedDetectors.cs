using Gateway.Edge.Perception.FallingObjects;

namespace Gateway.Edge.Tests.Alerts.FallingObjects;

/// <summary>Detectors that do with each frame what the test says, by its first pixel.</summary>
internal sealed class ScriptedDetectors(Func<byte, IReadOnlyList<Fall>> look) : IFallDetectorFactory
{
    /// <summary>A frame of this grey is one that nothing can be said about.</summary>
    public const byte BlindGrey = 255;

    private int _created;
    private int _finished;

    public object Settings { get; } = new { gravity = 9.81 };

    public int Created => Volatile.Read(ref _created);

    public int Finished => Volatile.Read(ref _finished);

    /// <summary>What a detector tells when its stream ends.</summary>
    public IReadOnlyList<Fall> AtTheEnd { get; set; } = [];

    /// <summary>What the last detector was told about the pictures.</summary>
    public FallView? View { get; private set; }

    public IFallDetector Create(FallView view)
    {
        View = view;
        Interlocked.Increment(ref _created);
        return new Detector(this, look);
    }

    private sealed class Detector(ScriptedDetectors owner, Func<byte, IReadOnlyList<Fall>> look) : IFallDetector
    {
        public bool Blind { get; private set; }

        public IReadOnlyList<Fall> Take(ReadOnlySpan<byte> luma, TimeSpan time)
        {
            Blind = luma[0] == BlindGrey;
            return look(luma[0]);
        }

        public IReadOnlyList<Fall> Finish()
        {
            Interlocked.Increment(ref owner._finished);
            return owner.AtTheEnd;
        }
    }
}
