namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <inheritdoc cref="IMotionFinder"/>
internal sealed class MotionFinder : IMotionFinder
{
    private readonly MotionSettings _settings;
    private readonly WatchedArea _area;
    private readonly Background _background;
    private readonly ComponentFinder _components = new();
    private readonly BlobList _blobs = new();
    private readonly byte[] _row;
    private readonly ulong[] _mask;
    private long _frames;

    /// <summary>Takes all its memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside of its range.</exception>
    public MotionFinder(MotionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        _settings = settings;
        _area = new(settings);
        _background = new(settings.Height, _area.Words);
        _row = new byte[_background.Stride];
        _mask = new ulong[_area.Words];
    }

    /// <inheritdoc/>
    public bool Disturbed { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<Blob> Take(ReadOnlySpan<byte> luma)
    {
        if (luma.Length != _settings.Width * _settings.Height)
        {
            throw new ArgumentException($"A frame has {_settings.Width * _settings.Height} pixels, not {luma.Length}.", nameof(luma));
        }

        _blobs.Clear();
        if (_frames++ == 0)
        {
            _background.Start(luma, _settings.Width);
            return [];
        }

        Compare(luma, Rates());
        Disturbed = _components.Overflowed || _components.Covered > _settings.MostCovered * _area.Pixels;
        if (!Disturbed && _frames > _settings.WarmUp)
        {
            _components.Finish();
            _blobs.Fill(_components, _settings.LeastArea, _area.Pixels / 4);
        }

        return _blobs.Blobs;
    }

    /// <inheritdoc/>
    public void Reset() => (_frames, Disturbed) = (0, false);

    private PixelRates Rates()
    {
        var decay = (byte)(_frames % 16 == 0 ? 1 : 0);
        return Disturbed || _frames <= _settings.WarmUp
            ? new(_settings.LeastFloor, Adapt: 8, Creep: 8, Rise: 8, decay)
            : new(_settings.LeastFloor, Adapt: 1, Creep: (byte)(_frames % 8 == 0 ? 1 : 0), Rise: 2, decay);
    }

    private void Compare(ReadOnlySpan<byte> luma, PixelRates rates)
    {
        _components.Start();
        for (var y = 0; y < _settings.Height; y++)
        {
            var (first, end) = _area.Span(y);
            if (first == end)
            {
                continue;
            }

            luma.Slice(y * _settings.Width, _settings.Width).CopyTo(_row);
            var mask = _mask.AsSpan(0, end - first);
            _background.Compare(y, _row, first, _area.Row(y)[first..end], mask, rates);
            _components.Take(y, first * WatchedArea.WordPixels, mask, _row, _background.Levels.Slice(y * _background.Stride, _background.Stride));
        }
    }
}
