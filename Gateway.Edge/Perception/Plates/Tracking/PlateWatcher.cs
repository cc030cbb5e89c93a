using Gateway.Drivers.Buses.Video;
using Gateway.Edge.Perception.Pixels;

namespace Gateway.Edge.Perception.Plates.Tracking;

/// <summary>
/// Follows the plates before one camera. A resting, empty view costs a glance; a change is searched at once; a plate that was found is read
/// again where it should be by now, and the rest of the view is searched now and then for a second vehicle. A vehicle is told once its frames
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

    public PlateWatcher(IPlateReader reader, PixelBox? region, PlateTrackingSettings settings, TimeProvider time)
    {
        (_reader, _shares, _settings, _time) = (reader, region, settings, time);
        _tracker = new PlateTracker(settings);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PlateSighting> Look(BgrImage image, DateTimeOffset capturedAt)
    {
        var started = _time.GetTimestamp();
        _tracker.Expire(capturedAt);
        if (IsSearchDue(image, capturedAt))
        {
            _scene.Remember();
            _searchedAt = capturedAt;
            _tracker.Update(_reader.Read(image, _shares is null ? null : RegionOf(image)), capturedAt);
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

    private bool IsSearchDue(BgrImage image, DateTimeOffset now)
    {
        var changed = _scene.Look(image, RegionOf(image));
        var since = now - _searchedAt;
        return since < TimeSpan.Zero || since >= (_tracker.Any ? _settings.SearchEvery : changed ? TimeSpan.Zero : _settings.IdleSearchEvery);
    }

    /// <summary>Reads the followed plates again, each where it should be.</summary>
    private void Follow(BgrImage image, DateTimeOffset now)
    {
        foreach (var track in _tracker.Tracks)
        {
            if (!track.Active || (IsSettled(track) && now - track.LastTried < _settings.Recheck))
            {
                continue;
            }

            track.LastTried = now;
            if (_reader.ReadAt(image, track.Expected(now)) is { } reading)
            {
                _tracker.Update([reading], now);
            }
        }
    }

    // A vehicle that stands and has been told needs no more looks, but for one that takes its place.
    private static bool IsSettled(PlateTrack track) => track is { Told.Certain: true, Motion.Heading: VehicleHeading.Standing, Contradictions: 0 };

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
            if (track.Motion.GrownBy < _settings.CameFromAfar)
            {
                track.Tremor.Add(image, track.Box, now);
            }

            if (Judge(track, now) is { } sighting && IsNews(track.Told, sighting))
            {
                track.Told = sighting with { Picture = VehiclePicture.Encode(image, track.Box) };
                (told ??= []).Add(track.Told);
            }
        }

        return told;
    }

    /// <summary>What is to be said of a vehicle now; null while it is too early.</summary>
    private PlateSighting? Judge(PlateTrack track, DateTimeOffset now)
    {
        var votes = track.Votes;
        var flat = track.Tremor is { Known: true, Trembles: true };

        // What came from afar is a vehicle. What was suddenly there may be held up by a hand, which shows within a second.
        var trusted = track.Motion.GrownBy >= _settings.CameFromAfar || now - track.FirstSeen >= _settings.SteadyFor;
        var certain = votes.Certain && trusted && !flat;
        if (!certain && (now - track.FirstSeen < _settings.UnreadableAfter || !IsVehicle(track)))
        {
            return null;
        }

        var best = new PlateReading(
            track.Box, votes.Number, votes.Colour, track.Newest.TwoRows, votes.Confidence, votes.Characters);
        return new PlateSighting(
            track.Id, best, certain, track.Motion.Heading, votes.Frames, track.FirstSeen, now, flat, default, track.Computed.TotalMilliseconds);
    }

    // Lettering on a wall is found as well, and is no vehicle that waits: it never moved, and no number can be made of it.
    private bool IsVehicle(PlateTrack track) =>
        track.Votes.Frames > 0 || track.Motion.GrownBy >= _settings.CameFromAfar || track.Motion.MovedBy >= _settings.MovedOn;

    private static bool IsNews(PlateSighting? told, PlateSighting now) =>
        told is null
        || (now.Certain && (!told.Certain || told.Best.Number != now.Best.Number))
        || (now.Flat && !told.Flat)
        || (now.Heading != told.Heading && (told.Heading == VehicleHeading.Unknown || (now.Heading == VehicleHeading.Receding) != (told.Heading == VehicleHeading.Receding)));

    private PixelBox RegionOf(BgrImage image) => _shares is { } shares
        ? new PixelBox(shares.X * image.Width, shares.Y * image.Height, shares.Width * image.Width, shares.Height * image.Height)
        : new PixelBox(0, 0, image.Width, image.Height);
}
