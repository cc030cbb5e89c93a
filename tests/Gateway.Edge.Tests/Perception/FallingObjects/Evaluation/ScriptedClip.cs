using Gateway.Drivers.Devices;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Perception.FallingObjects.Evaluation;

namespace Gateway.Edge.Tests.Perception.FallingObjects.Evaluation;

/// <summary>A clip of grey frames, and a detector that tells what it is told to tell.</summary>
internal sealed class ScriptedClip(string name, int frames, params TrueFall[] truth) : IEvaluationClip
{
    public string Name => name;

    public IReadOnlyList<TrueFall> Truth => truth;

    public IReadOnlyList<ClipGroup> Groups { get; init; } = [];

    /// <summary>Rows of the picture that is handed over; the truth is told in 720.</summary>
    public int Rows { get; init; } = 720;

    /// <summary>It cannot be opened.</summary>
    public bool Missing { get; init; }

    /// <summary>It breaks off before this frame.</summary>
    public int BreaksAt { get; init; } = int.MaxValue;

    /// <summary>The stream's time of a frame.</summary>
    public Func<int, TimeSpan> Clock { get; init; } = EvaluationScene.TimeOf;

    /// <summary>What a detector tells after which frame; -1 for at the end.</summary>
    public ILookup<int, Fall> Tells { get; init; } = Array.Empty<Fall>().ToLookup(_ => 0);

    public ValueTask<IClipFrames> OpenAsync(CancellationToken cancellationToken) =>
        Missing ? throw new DeviceFaultException($"{name} is no video") : ValueTask.FromResult<IClipFrames>(new Reader(this, frames));

    public IFallDetector Detector() => new Teller(Tells);

    private sealed class Reader(ScriptedClip clip, int frames) : IClipFrames
    {
        private readonly byte[] _luma = new byte[clip.Rows * 16 / 9 * clip.Rows];
        private int _frame = -1;

        public FallView View { get; } = new(clip.Rows * 16 / 9, clip.Rows);

        public int TruthHeight => 720;

        public ReadOnlyMemory<byte> Luma => _luma;

        public TimeSpan Time => clip.Clock(_frame);

        public ValueTask<bool> NextAsync(CancellationToken cancellationToken) =>
            ++_frame == clip.BreaksAt ? throw new InvalidDataException($"breaks off after {_frame} frames") : ValueTask.FromResult(_frame < frames);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Teller(ILookup<int, Fall> tells) : IFallDetector
    {
        private int _frame;

        public bool Blind => false;

        public IReadOnlyList<Fall> Take(ReadOnlySpan<byte> luma, TimeSpan time) => [.. tells[_frame++]];

        public IReadOnlyList<Fall> Finish() => [.. tells[-1]];
    }
}
