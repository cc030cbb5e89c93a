using System.Globalization;
using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Pictures;

/// <summary>
/// Looks at a camera's frames as they pass, one every two seconds, so that a patrol needs no frame of its own. Frames come from one thread;
/// checks may come from any.
/// </summary>
/// <param name="clock">All time.</param>
/// <param name="reference">File of the reference picture; null for a camera without.</param>
/// <param name="limits">From where on a picture is wrong.</param>
internal sealed class PictureWatch(TimeProvider clock, string? reference = null, PictureThresholds? limits = null)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Stale = TimeSpan.FromSeconds(30);

    private static readonly PatrolFinding NoReference = new(
        "picture-no-reference",
        new("没有参考画面，无法判断摄像机是否移位或模糊：画面正常时请设定一次", "There is no reference picture, so that a moved or blurred camera goes unnoticed: set one while the picture is good"),
        Value: null,
        NeedsRepair: false);

    private readonly PictureThresholds _limits = limits ?? new PictureThresholds();
    private readonly Lock _gate = new(); // guards everything below it
    private readonly PictureMeter _meter = new();
    private readonly FreezeDetector _freeze = new();
    private readonly ShiftFinder _shifts = new();
    private PictureState? _last;
    private TimeSpan _seen;
    private ReferencePicture? _reference = reference is null ? null : ReferencePicture.Load(reference);

    /// <summary>Copies of frames for whoever asks.</summary>
    public StillTap Stills { get; } = new();

    /// <summary>Whether there is a picture of the last 30 s.</summary>
    public bool IsFresh
    {
        get
        {
            lock (_gate)
            {
                return _last is not null && clock.Monotonic() - _seen <= Stale;
            }
        }
    }

    /// <summary>A frame has come; most are passed over. Allocates nothing once it has seen one.</summary>
    public void Look(BgrImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Stills.Offer(image);
        lock (_gate)
        {
            var now = clock.Monotonic();
            if (IsDue(now))
            {
                Note(_meter.Measure(image), image.Span, now);
            }
        }
    }

    /// <summary>The same for luma as a camera codes it, row by row without gaps.</summary>
    public void Look(ReadOnlySpan<byte> luma, int width, int height)
    {
        Stills.Offer(luma, width, height);
        lock (_gate)
        {
            var now = clock.Monotonic();
            if (IsDue(now))
            {
                Note(_meter.Measure(luma, width, height), luma, now);
            }
        }
    }

    /// <summary>What is wrong with the newest picture.</summary>
    /// <exception cref="DeviceFaultException">There is none of the last 30 s.</exception>
    public PictureCheck Check()
    {
        lock (_gate)
        {
            var state = Newest();
            ViewShift? shift = _reference is null ? null : _shifts.Find(_meter.Small, _reference.Picture);
            return new PictureCheck(PictureJudge.Judge(state, _reference?.Measures, shift, _limits), _reference is not null);
        }
    }

    /// <summary>The same for a patrol.</summary>
    /// <exception cref="DeviceFaultException">There is none of the last 30 s.</exception>
    public IReadOnlyList<PatrolFinding> Patrol()
    {
        var check = Check();
        var findings = check.Findings.Select(found => new PatrolFinding(
            found.Code, found.Words, string.Create(CultureInfo.InvariantCulture, $"{found.Value:0.###} ({found.Threshold:0.###})"), NeedsRepair: true));
        return check.HasReference ? [.. findings] : [.. findings, NoReference];
    }

    /// <summary>From now on the newest picture is how the view is to look.</summary>
    /// <exception cref="DeviceFaultException">There is none, or its file cannot be written.</exception>
    public void SetReference()
    {
        lock (_gate)
        {
            var state = Newest();
            var picture = new GreyPicture();
            _meter.Small.CopyTo(picture);
            var made = new ReferencePicture(picture, state.Measures);
            try
            {
                if (reference is not null)
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(reference))!);
                    made.Save(reference);
                }
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new DeviceFaultException($"The reference picture {reference} cannot be written: {error.Message}", error);
            }

            _reference = made;
        }
    }

    private bool IsDue(TimeSpan now) => _last is null || now - _seen >= Every;

    private void Note(PictureMeasures measures, ReadOnlySpan<byte> bytes, TimeSpan now)
    {
        // A break in between is no sudden change: who knows what happened meanwhile.
        var before = now - _seen < Stale ? _last : null;
        _freeze.Look(bytes, now, _limits.FrozenDifference);
        _last = new PictureState(measures, _freeze.SameFor, IsCovered(measures, before));
        _seen = now;
    }

    private PictureState Newest() => _last is { } last && clock.Monotonic() - _seen <= Stale
        ? last
        : throw new DeviceFaultException("The camera has shown no picture for 30 s: there is nothing to look at until it is online again.");

    private bool IsCovered(PictureMeasures now, PictureState? before) =>
        now.Texture < _limits.EmptyTexture && before is { } last && (last.Covered || last.Measures.Texture >= _limits.UsualTexture);
}
