using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.Rules;

/// <summary>Who may pass a barrier: a function of the question and of what is known, without a clock and without memory.</summary>
internal static class VehicleRules
{
    /// <summary>The answer. Opens on nothing but a plate that the reader vouches for.</summary>
    public static VehicleDecision Decide(VehicleQuestion question, VehicleSnapshot registry, StaySnapshot stays, RuleSettings settings)
    {
        if (question is not { Certain: true, Plate: { } plate })
        {
            // Whose it would be is for the guard to know; it opens nothing, and forgives no slip.
            var seems = question.Plate is { } read ? registry.Find(read.Text) : null;
            return new VehicleDecision(
                VehicleOutcome.Unreadable, question.Plate is null ? VehicleWords.Unreadable : VehicleWords.Unproven, question.Plate, seems, Fuzzy: false);
        }

        return question.Direction switch
        {
            LaneDirection.In => Enter(plate, question, registry, stays, settings),
            LaneDirection.Out => Leave(plate, question, registry, stays, settings),
            _ => EnterOrLeave(plate, question, registry, stays, settings),
        };
    }

    // A stay is no proof that a vehicle is inside: it may have left unseen. It opens for nobody who could not come in.
    private static VehicleDecision EnterOrLeave(PlateNumber plate, VehicleQuestion question, VehicleSnapshot registry, StaySnapshot stays, RuleSettings settings)
    {
        if (stays.Find(plate.Text) is not { } stay)
        {
            return Enter(plate, question, registry, stays, settings);
        }

        var exact = registry.Find(plate.Text);
        var enters = exact is null
            ? Answer(VehicleOutcome.Unknown, VehicleWords.Unknown, plate)
            : Judge(exact, fuzzy: false, plate, question.At, stays, settings);
        if (enters.Outcome == VehicleOutcome.Denied)
        {
            return enters;
        }

        // The last entry is used up by the very stay that it began.
        var isLastEntry = enters.Outcome == VehicleOutcome.NoEntriesLeft && exact!.Id == stay.Vehicle;
        var leaves = Leave(plate, question, registry, stays, settings);
        return enters.Opens || isLastEntry || !leaves.Opens ? leaves : enters with { Reason = VehicleWords.MayBeLeaving };
    }

    private static VehicleDecision Enter(PlateNumber plate, VehicleQuestion question, VehicleSnapshot registry, StaySnapshot stays, RuleSettings settings)
    {
        if (registry.Find(plate.Text) is { } exact)
        {
            return Judge(exact, fuzzy: false, plate, question.At, stays, settings);
        }

        // A vehicle that is inside cannot stand before the barrier: then this is another one that looks like it.
        return FuzzyMatch.Registered(plate, question.Colour, question.Characters, registry) is { } near && stays.Find(near.Plate.Text) is null
            ? Judge(near, fuzzy: true, plate, question.At, stays, settings)
            : Answer(VehicleOutcome.Unknown, VehicleWords.Unknown, plate);
    }

    private static VehicleDecision Judge(Vehicle vehicle, bool fuzzy, PlateNumber plate, DateTimeOffset at, StaySnapshot stays, RuleSettings settings)
    {
        var (outcome, words) = vehicle.Standing switch
        {
            VehicleStanding.Denied when at < (vehicle.Until ?? DateTimeOffset.MaxValue) => (VehicleOutcome.Denied, VehicleWords.Denied),
            VehicleStanding.Denied => (VehicleOutcome.Unknown, VehicleWords.Unknown),
            _ => Window(vehicle, at, stays, settings) ?? Open(vehicle.Standing),
        };
        return new VehicleDecision(outcome, words, plate, vehicle, fuzzy);
    }

    private static (VehicleOutcome, LocalizedText)? Window(Vehicle vehicle, DateTimeOffset at, StaySnapshot stays, RuleSettings settings)
    {
        if (at < vehicle.From)
        {
            return (VehicleOutcome.NotNow, VehicleWords.Before(vehicle.From.Value, settings.Zone));
        }

        if (at >= vehicle.Until)
        {
            return (VehicleOutcome.Ended, VehicleWords.Ended(vehicle.Until.Value, settings.Zone));
        }

        if (vehicle.Standing == VehicleStanding.Resident)
        {
            return null;
        }

        if (vehicle.Grant?.Hours is { } hours && !hours.Contains(TimeZoneInfo.ConvertTime(at, settings.Zone).DateTime))
        {
            return (VehicleOutcome.NotNow, VehicleWords.OutsideHours(hours));
        }

        if (vehicle.EntriesLeft <= 0)
        {
            return (VehicleOutcome.NoEntriesLeft, VehicleWords.NoEntriesLeft);
        }

        // One that came before and was not seen leaving has its place already.
        var isFull = stays.Count >= (settings.Capacity ?? int.MaxValue) || stays.Visitors >= (settings.VisitorCapacity ?? int.MaxValue);
        return isFull && stays.Find(vehicle.Plate.Text) is null ? (VehicleOutcome.Full, VehicleWords.Full) : null;
    }

    private static (VehicleOutcome, LocalizedText) Open(VehicleStanding standing) => standing switch
    {
        VehicleStanding.Resident => (VehicleOutcome.OpenedResident, VehicleWords.Resident),
        VehicleStanding.Visitor => (VehicleOutcome.OpenedVisitor, VehicleWords.Visitor),
        _ => (VehicleOutcome.OpenedWorker, VehicleWords.Worker),
    };

    private static VehicleDecision Leave(PlateNumber plate, VehicleQuestion question, VehicleSnapshot registry, StaySnapshot stays, RuleSettings settings)
    {
        var exact = registry.Find(plate.Text);
        var stay = stays.Find(plate.Text);
        // A slip must not lose a stay, nor the overstay with it; whoever is neither registered nor inside is let out all the same.
        var near = exact is null && stay is null ? FuzzyMatch.Registered(plate, question.Colour, question.Characters, registry) : null;
        stay ??= (near?.Plate ?? (exact is null ? FuzzyMatch.Inside(plate, question.Characters, stays) : null)) is { } meant ? stays.Find(meant.Text) : null;
        var vehicle = exact ?? near ?? (stay?.Vehicle is { } id ? registry.Find(id) : null);
        if (stay is not null && vehicle?.Standing != VehicleStanding.Resident && IsToBeSettled(stay, question.At, settings))
        {
            return new VehicleDecision(
                VehicleOutcome.Overstayed, VehicleWords.Overstayed(stay.Length(question.At), stay.AllowedMinutes), plate, vehicle, vehicle is not null && exact is null);
        }

        var words = vehicle?.Standing == VehicleStanding.Denied ? VehicleWords.DeniedLeaves : VehicleWords.Leaves;
        return new VehicleDecision(VehicleOutcome.OpenedLeaving, words, plate, vehicle, vehicle is not null && exact is null);
    }

    private static bool IsToBeSettled(Stay stay, DateTimeOffset at, RuleSettings settings) =>
        settings.SettleAtExit
        && stay.Standing != VehicleStanding.Resident
        && stay.Overstay(at) > TimeSpan.Zero
        && !(at - stay.SettledAt <= settings.Grace);

    private static VehicleDecision Answer(VehicleOutcome outcome, LocalizedText words, PlateNumber? plate) => new(outcome, words, plate, null, Fuzzy: false);
}
