namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Video kept from being removed until disposed. Made by <see cref="IClipSource.Pin"/>. Safe for several threads.</summary>
public sealed class ClipPin : IDisposable
{
    /// <summary>A pin that nobody gave back ends so long after its time.</summary>
    internal static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    private readonly SegmentRing? _ring;

    internal ClipPin(SegmentRing? ring, TimeSpan from, TimeSpan to) => (_ring, From, To) = (ring, from, to);

    /// <summary>True while the video is kept; false after dispose, where nothing is recorded, or when too many pins are held.</summary>
    public bool IsHeld => _ring?.Holds(this) ?? false;

    /// <summary>Start of what is kept, monotonic.</summary>
    internal TimeSpan From { get; }

    /// <summary>End of what is kept, monotonic.</summary>
    internal TimeSpan To { get; }

    /// <inheritdoc/>
    public void Dispose() => _ring?.Release(this);
}
