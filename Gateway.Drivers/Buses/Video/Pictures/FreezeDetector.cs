namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>
/// Tells a picture that stands still from a scene in which nothing happens. A living sensor is noisy: some pixel of a block changes from
/// one key frame to the next even in a still scene, while a frozen encoder sends the same picture over and over. Not thread-safe.
/// </summary>
internal sealed class FreezeDetector
{
    private byte[] _anchor = [];
    private TimeSpan _since;
    private bool _set;

    /// <summary>How long the picture has been the same, by the times given.</summary>
    public TimeSpan SameFor { get; private set; }

    /// <summary>Looks at a further picture at monotonic time <paramref name="now"/>.</summary>
    /// <param name="picture">Any size; another size than before is a change.</param>
    /// <param name="now">Monotonic.</param>
    /// <param name="tolerance">Mean difference of bytes up to which a picture is the same; one byte may differ by 2 at most.</param>
    public void Look(ReadOnlySpan<byte> picture, TimeSpan now, double tolerance)
    {
        if (_set && _anchor.Length == picture.Length && IsSame(picture, tolerance))
        {
            SameFor = now - _since;
            return;
        }

        if (_anchor.Length != picture.Length)
        {
            _anchor = new byte[picture.Length];
        }

        picture.CopyTo(_anchor);
        (_set, _since, SameFor) = (true, now, TimeSpan.Zero);
    }

    private bool IsSame(ReadOnlySpan<byte> now, double tolerance)
    {
        if (now.SequenceEqual(_anchor))
        {
            return true;
        }

        var (different, most) = (0, (int)(now.Length * tolerance));
        for (var i = 0; i < now.Length; i++)
        {
            var off = Math.Abs(now[i] - _anchor[i]);
            different += off;
            if (off > 2 || different > most)
            {
                return false;
            }
        }

        return true;
    }
}
