using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Faces;

namespace Gateway.Edge.Tests.Passages;

/// <summary>Says of each frame what the test has written down for it.</summary>
internal sealed class ScriptedWatcher : IFaceWatcher
{
    private readonly Queue<FaceEvidence> _script = new();

    public void Says(FaceEvidence evidence) => _script.Enqueue(evidence);

    public IReadOnlyList<FaceEvidence> Look(BgrImage image, DateTimeOffset capturedAt) =>
        _script.TryDequeue(out var evidence) ? [evidence with { DecidedAt = capturedAt }] : [];
}
