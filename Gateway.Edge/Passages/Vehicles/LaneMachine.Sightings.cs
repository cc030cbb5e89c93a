using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Passages.Vehicles;

/// <content>What the camera sees: which vehicles there are, in which order they stand, and who has left.</content>
internal sealed partial class LaneMachine
{
    private void Take(PlateSighting sighting, Moment now)
    {
        if (Find(sighting) is >= 0 and var index)
        {
            Correct(index, sighting, now);
            return;
        }

        // What goes away is never answered: it comes from the other side, or has changed its mind.
        if (sighting.Heading == VehicleHeading.Receding || _vehicles.Count >= MostVehicles)
        {
            _aside.Remove(sighting.Track);
            _done.Add(sighting.Track);
            return;
        }

        if (_passed.IsOneOf(sighting, now.Since))
        {
            _aside[sighting.Track] = sighting;
            return;
        }

        _done.Remove(sighting.Track);
        if (_vehicles.Count == 0 && LacksPlate && IsBehind(sighting))
        {
            _vehicles.Add(WithoutPlate(now));
        }

        _vehicles.Add(Seen(
            new LaneVehicle
            {
                Id = Guid.CreateVersion7(now.At),
                Direction = lane.Direction,
                Since = sighting.FirstAt,
                Motion = _unread.TryGetValue(sighting.Track, out var unread) ? unread.Motion : PlateMotion.From(sighting.Best.Box.Bottom, now.Since),
            },
            sighting,
            now));
    }

    /// <summary>The vehicle that a sighting is of; -1 for a new one.</summary>
    private int Find(PlateSighting sighting)
    {
        var index = _vehicles.FindIndex(known => known.Sighting?.Track == sighting.Track);
        index = index < 0 && sighting.Best.Number is { } number ? _vehicles.FindIndex(known => known.Sighting?.Best.Number == number) : index;

        // The vehicle that stood there without a plate shows one now; what comes nearer, or has waited further off, is another one behind it.
        return index < 0 && sighting.Heading != VehicleHeading.Approaching && MayBeOnLoop(sighting)
            ? _vehicles.FindIndex(known => known.Sighting is null)
            : index;
    }

    private bool MayBeOnLoop(PlateSighting sighting) =>
        IsNearEnough(sighting.Best.Box.Bottom)
        && (!_unread.TryGetValue(sighting.Track, out var unread) || unread.Motion.At >= _occupiedSince - DrivesUp);

    /// <summary>
    /// The plate may be that of the vehicle on the loop: near enough, in view when the loop was driven on, and moving then or since. One that
    /// stood still meanwhile stands behind whoever drove on.
    /// </summary>
    private bool IsOnLoop(LaneVehicle vehicle) =>
        IsNearEnough(vehicle.Nearness) && vehicle.InViewAt >= _occupiedSince - LostBefore && vehicle.Motion.At >= _occupiedSince - DrivesUp;

    private bool IsNearEnough(float nearness) => lane.PlateAtLoop is not { } share || (_pictureHeight > 0 && nearness >= share * _pictureHeight);

    private bool IsBehind(PlateSighting sighting) => sighting.Heading == VehicleHeading.Approaching && sighting.FirstAt - _approachedSince.At > Behind;

    private void Correct(int index, PlateSighting sighting, Moment now)
    {
        var before = _vehicles[index];
        var after = Seen(before, sighting, now);
        _vehicles[index] = after;
        if (before.State != VehicleState.Opened && sighting.Heading == VehicleHeading.Receding)
        {
            End(after, VehicleEnd.Left, now.At);
            return;
        }

        var changed = before.Sighting?.Best.Number != sighting.Best.Number || before.IsCertain != after.IsCertain || before.Sighting?.Flat != sighting.Flat;
        if (before.State == VehicleState.Waiting && changed)
        {
            _vehicles[index] = after with { State = VehicleState.Seen };
        }
        else if (before.State == VehicleState.Opened && after.IsCertain && before.Sighting?.Best.Number != sighting.Best.Number)
        {
            _vehicles[index] = Mistaken(after, now);
        }
    }

    private static LaneVehicle Seen(LaneVehicle vehicle, PlateSighting sighting, Moment now) => vehicle with
    {
        Sighting = sighting.Picture.IsEmpty && vehicle.Sighting is { } before ? sighting with { Picture = before.Picture } : sighting,
        SeenAt = now.Since,
        InViewAt = now.Since,
        Motion = vehicle.Motion.Next(sighting.Best.Box.Bottom, sighting.Best.Box.Height, now.Since),
        Nearness = sighting.Best.Box.Bottom,
        PlateHeight = sighting.Best.Box.Height,
    };

    /// <summary>What was set aside and is still in view when it should be out of it is a vehicle after all.</summary>
    private void TakeUpAside(IReadOnlyList<PlateInView>? inView, Moment now)
    {
        Forget(_aside, inView ?? []);
        foreach (var (track, sighting) in _aside.Where(aside => !_passed.IsOneOf(aside.Value, now.Since)).ToList())
        {
            _aside.Remove(track);
            Take(sighting, now);
        }
    }

    /// <summary>Notes where everybody stands now.</summary>
    private void Place(IReadOnlyList<PlateInView>? inView, Moment now)
    {
        if (inView is not null)
        {
            foreach (var (track, box) in inView)
            {
                Change(
                    vehicle => vehicle.Sighting?.Track == track,
                    vehicle => vehicle with
                    {
                        SeenAt = now.Since,
                        InViewAt = now.Since,
                        Motion = vehicle.Motion.Next(box.Bottom, box.Height, now.Since),
                        Nearness = box.Bottom,
                        PlateHeight = box.Height,
                    });
            }

            Forget(_unread, inView);
            _done.RemoveWhere(track => !inView.Any(seen => seen.Track == track));
            foreach (var (track, box) in inView)
            {
                if (_aside.ContainsKey(track) || _done.Contains(track) || _vehicles.Exists(vehicle => vehicle.Sighting?.Track == track))
                {
                    _unread.Remove(track);
                }
                else
                {
                    _unread[track] = _unread.TryGetValue(track, out var known)
                        ? (known.First, box.Bottom, known.Motion.Next(box.Bottom, box.Height, now.Since))
                        : (now.Since, box.Bottom, PlateMotion.From(box.Bottom, now.Since));
                }
            }
        }
        else
        {
            _done.Clear();
        }

        Displace(now);
        for (var i = 1; i < _vehicles.Count; i++)
        {
            for (var j = i; j > 0 && IsBefore(_vehicles[j], _vehicles[j - 1], now); j--)
            {
                (_vehicles[j], _vehicles[j - 1]) = (_vehicles[j - 1], _vehicles[j]);
            }
        }
    }

    /// <summary>Two vehicles are never in one place: who stood where another is seen now, and is not seen, has left.</summary>
    private void Displace(Moment now)
    {
        foreach (var gone in _vehicles.Where(vehicle => vehicle is { State: not VehicleState.Opened, Sighting: not null } && vehicle.SeenAt < now.Since).ToList())
        {
            if (_vehicles.Exists(other => other.SeenAt == now.Since && other.Sighting is not null && other.Nearness > gone.Nearness - (gone.PlateHeight / 2)))
            {
                End(gone, VehicleEnd.Left, now.At);
            }
        }
    }

    /// <summary>Both are in the picture, and the one is clearly nearer.</summary>
    private static bool IsBefore(LaneVehicle one, LaneVehicle other, Moment now) =>
        one.Sighting is not null
        && other.Sighting is not null
        && one.SeenAt == now.Since
        && other.SeenAt == now.Since
        && one.Nearness > other.Nearness + (other.PlateHeight / 2);

    private static void Forget<T>(Dictionary<long, T> tracks, IReadOnlyList<PlateInView> inView)
    {
        foreach (var track in tracks.Keys.Where(track => !inView.Any(seen => seen.Track == track)).ToList())
        {
            tracks.Remove(track);
        }
    }
}
