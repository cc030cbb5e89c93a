using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;

namespace Gateway.Edge.Passages.Vehicles;

/// <content>Who is decided on when, and what follows from it.</content>
internal sealed partial class LaneMachine
{
    /// <summary>Decides from the arm backwards, up to the first vehicle that the arm stays down for: nobody is let in past another.</summary>
    private void DecideInTurn(Moment now)
    {
        for (var i = 0; i < _vehicles.Count; i++)
        {
            if (_vehicles[i].State == VehicleState.Seen)
            {
                if (!IsTurnOf(i, now))
                {
                    return;
                }

                _vehicles[i] = Decided(_vehicles[i], now);
            }

            if (_vehicles[i].State != VehicleState.Opened && _mode is BarrierMode.Automatic or BarrierMode.Manual)
            {
                return;
            }
        }
    }

    // Where a loop tells that one vehicle stands at the arm, that is the front one, and no other.
    private bool IsTurnOf(int index, Moment now)
    {
        var vehicle = _vehicles[index];
        return (_approached is null || (_approached == true && index == 0 && (vehicle.Sighting is null || IsOnLoop(vehicle))))
            && (vehicle.Sighting is null
                || !_unread.Values.Any(unread => unread.Nearness > vehicle.Nearness + (vehicle.PlateHeight / 2) && now.Since - unread.First < Unread));
    }

    private LaneVehicle Decided(LaneVehicle vehicle, Moment now)
    {
        var directed = vehicle with { Direction = DirectionOf(vehicle) };
        var decision = Decide(directed, now);
        var orders = decision.Opens && _mode == BarrierMode.Automatic;
        if (orders && vehicle.Raises >= MostRaises)
        {
            (orders, decision) = (false, new VehicleDecision(VehicleOutcome.BarrierFault, LaneWords.DidNotPass, decision.Plate, decision.Vehicle, decision.Fuzzy));
        }

        var decided = directed with
        {
            Decision = decision,
            DecidedAt = now.Since,
            State = orders ? VehicleState.Opened : VehicleState.Waiting,
            RaisedAt = orders ? now.At : null,
            Raises = vehicle.Raises + (orders ? 1 : 0),
            WaitsSince = orders ? null : vehicle.WaitsSince ?? now.Since,
            Alarmed = vehicle.Alarmed || decision.Outcome is VehicleOutcome.Denied or VehicleOutcome.BarrierFault,
        };
        if (orders)
        {
            Raise(new BarrierReason(ByPlate, new Wording(decision.Reason.Zh, decision.Reason.En)), Report(LaneEvent.Decided, decided, now.At));
        }
        else if (!decided.Told.Contains((decision.Outcome, decision.Plate?.Text)))
        {
            // A plate that comes and goes in bad light would fill the journal with the same two sentences.
            decided = decided with { Told = decided.Told.Add((decision.Outcome, decision.Plate?.Text)) };
            Tell(LaneEvent.Decided, decided, now.At);
        }

        return decided;
    }

    /// <summary>The plate of a vehicle for which the arm is up turns out to be another.</summary>
    private LaneVehicle Mistaken(LaneVehicle vehicle, Moment now)
    {
        if (vehicle.By is not null)
        {
            return vehicle with { Decision = vehicle.Decision! with { Plate = vehicle.Sighting?.Best.Number } };
        }

        var corrected = vehicle with { Decision = Decide(vehicle, now) };
        Tell(corrected.Decision.Opens ? LaneEvent.Decided : LaneEvent.Mistaken, corrected, now.At);
        return corrected;
    }

    private VehicleDecision Decide(LaneVehicle vehicle, Moment now)
    {
        if (vehicle.Sighting is not { } sighting)
        {
            return ForGuard(LaneWords.NoPlate);
        }

        if (sighting.Flat)
        {
            return ForGuard(LaneWords.Flat);
        }

        // What the lane is for, not what a stay makes of it: a stay may be of a vehicle that left unseen, and must not let it in.
        var decision = access.Decide(new VehicleQuestion(
            sighting.Best.Number, vehicle.IsCertain, sighting.Best.Colour, barrier.Value, lane.Direction, now.At) { Characters = sighting.Best.Characters });

        // Whatever anybody decides: nothing opens on a guess.
        return decision.Opens && !vehicle.IsCertain ? ForGuard(LaneWords.Unsure) : decision;

        VehicleDecision ForGuard(LocalizedText why) =>
            new(VehicleOutcome.Unreadable, why, vehicle.Sighting?.Best.Number, Vehicle: null, Fuzzy: false);
    }

    // For the record alone.
    private LaneDirection DirectionOf(LaneVehicle vehicle) => lane.Direction != LaneDirection.Both
        ? lane.Direction
        : vehicle.Sighting?.Best.Number is not { } number ? LaneDirection.Both
        : access.IsInside(number) ? LaneDirection.Out
        : LaneDirection.In;

    private void Raise(BarrierReason order, LaneReport? report)
    {
        _given.Enqueue(order);
        if (_given.Count > MostVehicles)
        {
            _given.Dequeue();
        }

        _deeds.Add(new LaneDeed.Raise(order, report));
    }
}
