namespace Gateway.Edge.Perception.FallingObjects.Motion;

/// <inheritdoc cref="IMotionFinder"/>
internal sealed class SteadyMotionFinder : IMotionFinder
{
    // A view that has stayed different for so many frames is a new one: the camera hangs otherwise.
    private const int MostDisturbed = 10;

    private readonly SteadyMotionSettings _settings;
    private readonly WatchedArea _area;
    private readonly Background _background;
    private readonly ComponentFinder _components = new();
    private readonly BlobList _blobs = new();
    private readonly ToneWatch _tones;
    private readonly Stabiliser _stabiliser;
    private readonly ShiftedRow _shifted;
    private readonly byte[] _row;
    private readonly Tolerances _tolerances;
    private readonly ulong[] _mask;
    private long _frames;
    private int _disturbed;

    /// <summary>Takes all its memory.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside of its range.</exception>
    public SteadyMotionFinder(SteadyMotionSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Check();
        _settings = settings;
        _area = new(settings);
        _background = new(settings.Height, _area.Words);
        _tones = new(_area, _background);
        _stabiliser = new(_area, _background);
        _shifted = new(settings.Width, settings.Height);
        _row = new byte[_background.Stride];
        Restless = new(settings.Width, settings.Height);
        _tolerances = new(Restless, _background);
        _mask = new ulong[_area.Words];
    }

    /// <inheritdoc/>
    public bool Disturbed { get; private set; }

    /// <summary>Which parts of the picture move all the time; updated with each frame that is not disturbed.</summary>
    public RestlessCells Restless { get; }

    /// <summary>Where the last frame lay against the background.</summary>
    public FrameShift Shift => _stabiliser.Shift;

    /// <inheritdoc/>
    public ReadOnlySpan<Blob> Take(ReadOnlySpan<byte> luma)
    {
        if (luma.Length != _settings.Width * _settings.Height)
        {
            throw new ArgumentException($"A frame has {_settings.Width * _settings.Height} pixels, not {luma.Length}.", nameof(luma));
        }

        _blobs.Clear();
        if (_frames == 0 || _disturbed > MostDisturbed)
        {
            Begin(luma);
            return [];
        }

        _frames++;
        if (_tones.Follow(luma, _stabiliser.Find(luma)))
        {
            _stabiliser.Find(luma);
        }

        Compare(luma, Shift, Rates());
        Disturbed = _components.Overflowed || _components.Covered > _settings.MostCovered * _area.Pixels;
        _disturbed = Disturbed && _frames > _settings.WarmUp ? _disturbed + 1 : 0;
        if (!Disturbed && _frames > _settings.WarmUp)
        {
            _components.Finish();
            _blobs.Fill(_components, _settings.LeastArea, _area.Pixels / 4);
            Restless.Take(_blobs.Blobs);
        }

        return _blobs.Blobs;
    }

    /// <inheritdoc/>
    public void Reset() => (_frames, _disturbed, Disturbed) = (0, 0, false);

    private void Begin(ReadOnlySpan<byte> luma)
    {
        Disturbed = _disturbed > 0;
        if (_frames == 0)
        {
            // After a bump what is known about trees still holds mostly.
            Restless.Reset();
            _background.Thresholds.Clear();
        }

        (_frames, _disturbed) = (1, 0);
        _background.Start(luma, _settings.Width);
        _stabiliser.Start();
        _tones.Start();
    }

    private PixelRates Rates()
    {
        var decay = (byte)(_frames % 16 == 0 ? 1 : 0);
        var floor = (byte)Math.Clamp(5 + (3 * _tones.Noise), _settings.LeastFloor, _settings.MostFloor);
        return Disturbed || _frames <= _settings.WarmUp
            ? new(floor, Adapt: 8, Creep: 8, Rise: 8, decay)
            : new(floor, Adapt: 1, Creep: (byte)(_frames % 8 == 0 ? 1 : 0), Rise: (byte)(_frames <= 3 * _settings.WarmUp ? 8 : 4), decay);
    }

    private void Compare(ReadOnlySpan<byte> luma, FrameShift shift, PixelRates rates)
    {
        _components.Start();
        _tolerances.Start();
        for (var y = 0; y < _settings.Height; y++)
        {
            var (first, end) = _area.Span(y);
            if (first == end || !_shifted.Holds(y, shift))
            {
                continue;
            }

            var levels = _background.Levels.Slice(y * _background.Stride, _background.Stride);
            _shifted.Fetch(luma, y, shift, levels, _row);
            var mask = _mask.AsSpan(0, end - first);
            var tolerances = _tolerances.Row(y, first, mask.Length, shift);
            _background.Compare(y, _row, tolerances, first, _area.Row(y)[first..end], mask, rates);
            _components.Take(y, first * WatchedArea.WordPixels, mask, _row, levels);
        }
    }
}
