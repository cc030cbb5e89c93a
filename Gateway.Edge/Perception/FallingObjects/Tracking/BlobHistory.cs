using Gateway.Edge.Perception.FallingObjects.Motion;

namespace Gateway.Edge.Perception.FallingObjects.Tracking;

/// <summary>The blobs of the last seconds, so that a fall that has been found can be followed back to where it began. Not thread-safe.</summary>
internal sealed class BlobHistory
{
    private const int Frames = 256;
    private const int PerFrame = 192;

    private readonly Blob[] _blobs = new Blob[Frames * PerFrame];
    private readonly int[] _counts = new int[Frames];
    private readonly TimeSpan[] _times = new TimeSpan[Frames];
    private long _next;

    /// <summary>The oldest frame that is still here.</summary>
    public long Oldest => Math.Max(0, _next - Frames);

    /// <summary>The newest frame.</summary>
    public long Newest => _next - 1;

    public void Add(TimeSpan time, ReadOnlySpan<Blob> blobs)
    {
        var at = (int)(_next++ % Frames);
        blobs = blobs[..Math.Min(blobs.Length, PerFrame)];
        blobs.CopyTo(_blobs.AsSpan(at * PerFrame));
        (_counts[at], _times[at]) = (blobs.Length, time);
    }

    /// <summary>The time of a frame that is still here.</summary>
    public TimeSpan TimeOf(long frame) => _times[frame % Frames];

    /// <summary>The blobs of a frame that is still here.</summary>
    public ReadOnlySpan<Blob> Of(long frame) => _blobs.AsSpan((int)(frame % Frames) * PerFrame, _counts[frame % Frames]);

    public void Clear() => _next = 0;
}
