using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Passages.Vehicles;

/// <content>What the barrier reports, and what the guard orders.</content>
internal sealed partial class LaneMachine
{
    /// <summary>The barrier has reported.</summary>
    /// <param name="happened">What.</param>
    /// <param name="order">The order that led to it; null for none.</param>
    /// <param name="at">When, as the barrier says.</param>
    /// <param name="now">When it is heard.</param>
    public void Happened(BarrierEvent happened, BarrierReason? order, DateTimeOffset at, Moment now)
    {
        switch (happened)
        {
            case BarrierEvent.Passed:
                Passed(at, now);
                break;
            case BarrierEvent.Tailgated:
                Tailgated(at, now);
                break;
            case BarrierEvent.Raised or BarrierEvent.RaiseExtended when order is not null && !_given.Any(given => ReferenceEquals(given, order)):
                RaisedByOthers(order, now);
                break;
            case BarrierEvent.NotUsed:
                Unused(at, now);
                break;
            case BarrierEvent.Lowered:
                _forNobody = null;
                Unused(at, now);
                break;
        }

        Settle(now);
    }

    /// <summary>A vehicle has passed the barrier that faces this one: what is still seen of it here is on its way out of view.</summary>
    public void OppositePassed(PlateNumber? plate, Moment now) => _passed.Add(plate, now.Since);

    /// <summary>The guard lets the vehicle at the arm in; or raises the arm for one that nobody sees.</summary>
    /// <param name="id">The vehicle that was meant; null for whichever stands there.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason.</param>
    /// <param name="now">When.</param>
    public LaneAnswer LetIn(Guid? id, string by, string why, Moment now)
    {
        if (_mode is BarrierMode.FireOverride or BarrierMode.HeldUp)
        {
            return _mode == BarrierMode.FireOverride ? LaneAnswer.Fire : LaneAnswer.HeldUp;
        }

        var (answer, index) = Meant(id);
        if (answer != LaneAnswer.Done)
        {
            return answer;
        }

        var order = new BarrierReason(by, new Wording(why, why));
        if (index < 0)
        {
            _forNobody = order;
            Raise(order, report: null);
            return LaneAnswer.Done;
        }

        _vehicles[index] = ByHand(_vehicles[index], order, now) with { Raises = _vehicles[index].Raises + 1 };
        Raise(order, Report(LaneEvent.Decided, _vehicles[index], now.At));
        Settle(now);
        return LaneAnswer.Done;
    }

    /// <summary>The guard turns the vehicle at the arm away, this once.</summary>
    /// <inheritdoc cref="LetIn"/>
    public LaneAnswer SendAway(Guid? id, string by, string why, Moment now)
    {
        var (answer, index) = Meant(id);
        if (answer != LaneAnswer.Done || index < 0)
        {
            return answer == LaneAnswer.Done ? LaneAnswer.Gone : answer;
        }

        var known = _vehicles[index];
        _vehicles[index] = known with
        {
            State = VehicleState.SentAway,
            By = by,
            Direction = DirectionOf(known),
            DecidedAt = now.Since,
            Decision = new VehicleDecision(VehicleOutcome.SentAway, LaneWords.Away(why), known.Plate, known.Decision?.Vehicle, known.Decision?.Fuzzy ?? false),
        };
        Tell(LaneEvent.Decided, _vehicles[index], now.At);
        return LaneAnswer.Done;
    }

    /// <summary>The first vehicle that the arm is down for, -1 for none; or why the one that was meant is not it.</summary>
    private (LaneAnswer Answer, int Index) Meant(Guid? id)
    {
        var first = _vehicles.FindIndex(vehicle => vehicle.State != VehicleState.Opened);
        if (id is null || (first >= 0 && _vehicles[first].Id == id))
        {
            return (LaneAnswer.Done, first);
        }

        return _vehicles.Find(vehicle => vehicle.Id == id) switch
        {
            null => (LaneAnswer.Gone, -1),
            { State: VehicleState.Opened } => (LaneAnswer.AlreadyOpen, -1),
            _ => (LaneAnswer.NotFirst, -1),
        };
    }

    private LaneVehicle ByHand(LaneVehicle vehicle, BarrierReason order, Moment now) => vehicle with
    {
        State = VehicleState.Opened,
        By = order.Who,
        Direction = DirectionOf(vehicle),
        DecidedAt = now.Since,
        RaisedAt = now.At,
        Decision = new VehicleDecision(
            VehicleOutcome.OpenedByGuard, LaneWords.ByGuard(order.Why.Zh), vehicle.Plate, vehicle.Decision?.Vehicle, vehicle.Decision?.Fuzzy ?? false),
    };

    /// <summary>Somebody raised the arm past this lane, with a button or a program: it was for the vehicle at the arm.</summary>
    private void RaisedByOthers(BarrierReason order, Moment now)
    {
        var first = _vehicles.FindIndex(vehicle => vehicle.State != VehicleState.Opened);
        if (first < 0)
        {
            _forNobody = order;
            return;
        }

        _vehicles[first] = ByHand(_vehicles[first], order, now);
        Tell(LaneEvent.Decided, _vehicles[first], now.At);
    }

    private void Passed(DateTimeOffset at, Moment now)
    {
        _approachedSince = now;
        if (_vehicles is not [var front, ..])
        {
            var unseen = Unseen(at);
            _forNobody = null;
            _passed.Add(plate: null, now.Since);
            End(unseen, VehicleEnd.Passed, at);
            return;
        }

        var vehicle = Known(front, now);
        _passed.Add(vehicle.Plate, now.Since);
        End(vehicle, vehicle.State == VehicleState.Opened ? VehicleEnd.Passed : VehicleEnd.Followed, at);
    }

    private void Tailgated(DateTimeOffset at, Moment now)
    {
        // The loops count vehicles, not plates: one that was let in itself and whose turn another took is no tailgater.
        if (_vehicles is not [var front, ..])
        {
            Tell(LaneEvent.Tailgated, Unseen(at), at);
        }
        else if (front.State != VehicleState.Opened)
        {
            Tell(LaneEvent.Tailgated, Known(front, now), at);
        }
    }

    /// <summary>One that was not decided on is known to the rules all the same: its stay is counted, and the record says what it is.</summary>
    private LaneVehicle Known(LaneVehicle vehicle, Moment now)
    {
        var directed = vehicle with { Direction = DirectionOf(vehicle) };
        return vehicle.Decision is null ? directed with { Decision = Decide(directed, now) } : vehicle;
    }

    /// <summary>The opening is over, and those that it was for have not passed: whoever is still there gets another, the others have left.</summary>
    private void Unused(DateTimeOffset at, Moment now)
    {
        foreach (var vehicle in _vehicles.Where(vehicle => vehicle.State == VehicleState.Opened && vehicle.RaisedAt < at).ToList())
        {
            // The loop knows no plates: it speaks for this vehicle only where it has been driven on without a break since before the raise.
            var onLoop = _approached == true && _approachedSince.Since <= vehicle.DecidedAt;
            var left = vehicle.Sighting?.Heading == VehicleHeading.Receding || (now.Since - vehicle.SeenAt > options.LeftAfter && !onLoop);
            if (left)
            {
                End(vehicle, VehicleEnd.NotUsed, now.At);
            }
            else
            {
                Change(known => known.Id == vehicle.Id, known => known with { State = VehicleState.Seen, RaisedAt = null, SeenAt = now.Since, By = null });
            }
        }
    }

    private LaneVehicle Unseen(DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        Direction = lane.Direction,
        Since = at,
        By = _forNobody?.Who,
        Decision = _forNobody is { } order
            ? new VehicleDecision(VehicleOutcome.OpenedByGuard, LaneWords.ByGuard(order.Why.Zh), Plate: null, Vehicle: null, Fuzzy: false)
            : null,
    };
}
