using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// Follows the plates before one camera. A resting, empty view costs a glance; what changes is searched at once, quickly and alone while it
/// moves, and all of the view thoroughly once it rests; a plate that was found is read again where it should be by now, and the rest of the view is searched now and
/// then for a second vehicle. A vehicle is told once its frames
/// agree, and again only when its number, its certainty or its heading turns out otherwise.
/// </summary>
internal sealed class PlateWatcher : IPlateWatcher, IDisposable
{
    private readonly IPlateReader _reader;
    private readonly PixelBox? _shares;
    private readonly PlateTrackingSettings _settings;
    private readonly TimeProvider _time;
    private readonly PlateTracker _tracker;
    private readonly SceneChange _scene = new();
    private DateTimeOffset _searchedAt = DateTimeOffset.MinValue;
    private DateTimeOffset _movedAt; // the view last changed
    private DateTimeOffset _thoroughAt; // last searched thoroughly, or moving since then
    private bool _missed; // the last search was a quick one
    private PixelBox? _moving; // the part in which the view has changed since it last rested

    public PlateWatcher(IPlateReader reader, PixelBox? region, PlateTrackingSettings settings, TrackNumbers numbers, TimeProvider time)
    {
        (_reader, _shares, _settings, _time) = (reader, region, settings, time);
        _tracker = new PlateTracker(settings, numbers);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PlateSighting> Look(BgrImage image, DateTimeOffset capturedAt)
    {
        var started = _time.GetTimestamp();
        _tracker.Expire(capturedAt);
        if (SearchDue(image, capturedAt) is { } effort)
        {
            _scene.Remember();
            (_searchedAt, _missed) = (capturedAt, effort == PlateEffort.Quick);
            _thoroughAt = _missed ? _thoroughAt : capturedAt;
            _tracker.Update(Search(image, effort), capturedAt);
            MeasureNew(image, capturedAt);
        }
        else
        {
            Follow(image, capturedAt);
        }

        return Tell(image, capturedAt, _time.GetElapsedTime(started)) ?? [];
    }

    /// <inheritdoc/>
    public IReadOnlyList<PlateInView> InView
    {
        get
        {
            List<PlateInView> seen = [];
            foreach (var track in _tracker.Tracks)
            {
                if (track.Active && IsVehicle(track))
                {
                    seen.Add(new PlateInView(track.Id, track.Box));
                }
            }

            return seen;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => (_reader as IDisposable)?.Dispose();

    /// <summary>Where nothing is followed yet, a quick search is of what moves: the frames that a larger one loses are a part of the vehicle's way.</summary>
    private IReadOnlyList<PlateReading> Search(BgrImage image, PlateEffort effort)
    {
        PixelBox? region = _shares is null ? null : RegionOf(image);
        return effort == PlateEffort.Quick && !_tracker.Any && _moving is { } part ? _reader.Spot(image, region, part) : _reader.Read(image, region, effort);
    }

    /// <summary>How the picture is to be searched now; null for not at all.</summary>
    private PlateEffort? SearchDue(BgrImage image, DateTimeOffset now)
    {
        var part = _scene.Look(image, RegionOf(image));
        var changed = part is not null;
        var since = now - _searchedAt;
        if (since < TimeSpan.Zero || (changed && now - _movedAt >= _settings.RestsAfter))
        {
            // Movement begins, or the clock was set back.
            (_thoroughAt, _moving) = (now, null);
        }

        if (part is { } moved && _scene.Knows)
        {
            _moving = _moving?.With(moved) ?? moved;
        }

        _movedAt = changed || now < _movedAt ? now : _movedAt;
        var (rests, hurry) = (now - _movedAt >= _settings.RestsAfter, AnyInHurry(now));
        if (rests && _missed && !hurry)
        {
            return PlateEffort.Thorough;
        }

        var pause = hurry ? _settings.Hurry
            : !changed && AllSettled(now) ? _settings.IdleSearchEvery
            : _tracker.Any ? _settings.SearchEvery
            : TimeSpan.Zero;
        return since >= TimeSpan.Zero && since < pause ? null
            : !hurry && (rests || now - _thoroughAt >= _settings.ThoroughEvery) ? PlateEffort.Thorough
            : PlateEffort.Quick;
    }

    private bool AnyInHurry(DateTimeOffset now)
    {
        foreach (var track in _tracker.Tracks)
        {
            if (track.Active && IsInHurry(track, now))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInHurry(PlateTrack track, DateTimeOffset now) => track.Told is null && now - track.FirstSeen < _settings.Hurry;

    /// <summary>Reads the followed plates again, each where it should be.</summary>
    private void Follow(BgrImage image, DateTimeOffset now)
    {
        foreach (var track in _tracker.Tracks)
        {
            if (!track.Active || (IsSettled(track, now) && now - track.LastTried < _settings.Recheck))
            {
                continue;
            }

            track.LastTried = now;
            var effort = track.Votes.Certain || IsInHurry(track, now) ? PlateEffort.Quick : PlateEffort.Thorough;
            if (_reader.ReadAt(image, track.Expected(now), effort) is { } reading)
            {
                _tracker.Update([reading], now, close: WholeOf(image));
            }
        }
    }

    /// <summary>
    /// Looks closely at what a search has just found: the frames that a search loses are a third of a vehicle's way until it is believed,
    /// and its way is measured by close looks alone.
    /// </summary>
    private void MeasureNew(BgrImage image, DateTimeOffset now)
    {
        var whole = WholeOf(image);
        foreach (var track in _tracker.Tracks)
        {
            if (track.Active && track.LastSeen == now && track.Newest.Number is not null && IsInHurry(track, now) && PlateTrack.IsWithin(whole, track.Box)
                && _reader.ReadAt(image, track.Box, PlateEffort.Quick) is { } close)
            {
                track.Measure(close, whole, now);
            }
        }
    }

    // What rests and has been told, readable or not, and lettering that is no vehicle's, need few looks: only for what takes their place.
    // One that is read, and only has to be seen to rest, is looked at all the time until it is believed, for a while.
    private bool IsSettled(PlateTrack track, DateTimeOffset now) =>
        track is { Motion.Heading: VehicleHeading.Standing, Contradictions: 0 }
        && (track.Told is { } told ? told.Certain || !track.Votes.Certain || now - track.FirstSeen >= _settings.ProvesWithin : !IsVehicle(track));

    private bool AllSettled(DateTimeOffset now)
    {
        foreach (var track in _tracker.Tracks)
        {
            if (track.Active && !IsSettled(track, now))
            {
                return false;
            }
        }

        return true;
    }

    private List<PlateSighting>? Tell(BgrImage image, DateTimeOffset now, TimeSpan spent)
    {
        List<PlateSighting>? told = null;
        foreach (var track in _tracker.Tracks)
        {
            if (!track.Active || track.LastSeen != now)
            {
                continue;
            }

            track.Computed += spent;
            track.Tremor.Add(image, track.Box, now);
            if (Judge(track, image.Width, now) is { } sighting && IsNews(track.Told, sighting))
            {
                track.Told = sighting with { Picture = VehiclePicture.Encode(image, track.Box) };
                (told ??= []).Add(track.Told);
            }
        }

        return told;
    }

    /// <summary>What is to be said of a vehicle now; null while it is too early.</summary>
    private PlateSighting? Judge(PlateTrack track, int pictureWidth, DateTimeOffset now)
    {
        var votes = track.Votes;
        var flat = track.Tremor.Trembles;

        // What comes from afar is a vehicle. What was suddenly there, or went back, may be held up by a hand, and must be seen to rest.
        var certain = votes.Certain && !flat && (track.Told is { Certain: true } || Came(track, pictureWidth) || track.Tremor.Known);
        if (!certain && (now - track.FirstSeen < _settings.UnreadableAfter || !IsVehicle(track)))
        {
            return null;
        }

        var best = new PlateReading(
            track.Box, votes.Number, votes.Colour, track.Newest.TwoRows, votes.Confidence, votes.Characters);
        return new PlateSighting(
            track.Id, best, certain, track.Motion.Heading, votes.Frames, track.FirstSeen, now, flat, default, track.Computed.TotalMilliseconds);
    }

    private bool Came(PlateTrack track, int pictureWidth)
    {
        var approach = track.Approach;
        return approach.FirstWidth <= _settings.AfarShare * pictureWidth
            ? approach.Grown >= _settings.CameFromAfar || approach.Nearer * pictureWidth >= _settings.CameNearer
            : approach.Grown >= _settings.CameNear;
    }

    // Lettering on a wall is found as well, and is no vehicle that waits: it never moved, and no number can be made of it.
    private bool IsVehicle(PlateTrack track) =>
        track.Votes.Frames > 0 || track.Motion.GrownBy >= _settings.CameFromAfar || track.Motion.MovedBy >= _settings.MovedOn;

    private static bool IsNews(PlateSighting? told, PlateSighting now) =>
        told is null
        || (now.Certain && (!told.Certain || told.Best.Number != now.Best.Number))
        || (now.Flat && !told.Flat)
        || (now.Heading == VehicleHeading.Receding) != (told.Heading == VehicleHeading.Receding)
        || (now.Heading == VehicleHeading.Approaching && told.Heading == VehicleHeading.Unknown);

    private PixelBox RegionOf(BgrImage image) => _shares is { } shares
        ? new PixelBox(shares.X * image.Width, shares.Y * image.Height, shares.Width * image.Width, shares.Height * image.Height)
        : WholeOf(image);

    private static PixelBox WholeOf(BgrImage image) => new(0, 0, image.Width, image.Height);
}
