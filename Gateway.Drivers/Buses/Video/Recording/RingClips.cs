using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>Clips of one camera's ring.</summary>
internal sealed class RingClips(SegmentRing ring, string ffmpeg, RecordingSettings settings, TimeProvider clock) : IClipSource
{
    /// <summary>A segment ends at a key frame, and those may be far apart: so long after its time a clip is cut from what there is.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public Wording? Absent => null;

    /// <inheritdoc/>
    public ClipPin Pin(ClipSpan span)
    {
        CheckSide(span.Before, nameof(span));
        CheckSide(span.After, nameof(span));
        var now = clock.Monotonic();
        var instant = clock.MonotonicOf(span.Instant);
        instant = instant > now ? now : instant;
        return ring.Pin(instant - span.Before, instant + span.After);
    }

    /// <inheritdoc/>
    public async Task<Clip> CutAsync(ClipPin pin, string path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pin);
        ArgumentException.ThrowIfNullOrEmpty(path);
        await WaitAsync(pin.To, cancellationToken);
        var segments = ring.Between(pin.From, pin.To);
        if (segments.Count == 0)
        {
            throw new DeviceFaultException(
                $"There is no video from {clock.WallOf(pin.From):u} to {clock.WallOf(pin.To):u}: the camera was not recording then, or it is longer ago than its ring reaches ({settings.Keep:c}).");
        }

        var start = clock.WallOf(segments[0].Start);
        var bytes = await ClipCutter.CutAsync(new ClipCommand(ffmpeg, segments, start), path, clock, cancellationToken);
        return new Clip(path, start, clock.WallOf(segments[^1].End), bytes, segments[0].Codec, ClipGaps.Of(segments, pin.From, pin.To));
    }

    private async Task WaitAsync(TimeSpan end, CancellationToken cancellationToken)
    {
        var patience = end + settings.Segment + Late - clock.Monotonic();
        using var late = new CancellationTokenSource(patience > TimeSpan.Zero ? patience : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            await ring.ReachAsync(end, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // What has come by now is all there will be; the clip says what is missing.
        }
    }

    private static void CheckSide(TimeSpan side, string name)
    {
        if (side < TimeSpan.Zero || side > ClipSpan.Limit)
        {
            throw new ArgumentOutOfRangeException(name, side, $"A side of a clip is between 0 and {ClipSpan.Limit:c}.");
        }
    }
}
