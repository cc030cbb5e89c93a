using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Console.Texts;
using Gateway.Edge.Console.Vehicles;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Console.Barriers;

/// <summary>Vehicles at barriers in words.</summary>
internal static class VehicleCards
{
    /// <summary>Below it the guard is told to compare plate and picture.</summary>
    private const float Sure = 0.9f;

    public static VehicleCard Of(WaitingVehicle vehicle)
    {
        var waits = vehicle.State == VehicleState.Waiting;
        var (tone, icon) = vehicle.Outcome is { } outcome && waits ? Look(outcome) : (vehicle.State == VehicleState.Opened ? Tone.Good : Tone.Unknown, Icon(vehicle.State));
        return new VehicleCard(
            vehicle.Id,
            Plate(vehicle),
            vehicle.Since,
            vehicle.Alarmed && tone < Tone.High ? Tone.High : tone,
            icon,
            waits && vehicle.Outcome is { } decided ? HistoryTexts.OutcomeOf(decided) : BarrierTexts.State(vehicle.State),
            vehicle.Reason,
            Who(vehicle.Vehicle),
            vehicle.Vehicle is { Standing: VehicleStanding.Denied } denied ? denied.Note ?? "" : null,
            Remark(vehicle),
            vehicle.Direction == LaneDirection.Out,
            vehicle.Alarmed,
            waits,
            vehicle.Picture);
    }

    public static VehicleCard Of(PassedVehicle vehicle)
    {
        var (tone, icon) = vehicle.End switch
        {
            VehicleEnd.Passed => (Tone.Good, "check"),
            VehicleEnd.Followed => (Tone.High, "warning"),
            _ => (Tone.Unknown, "back"),
        };
        var word = vehicle is { End: VehicleEnd.Passed, Outcome: { } outcome } ? HistoryTexts.OutcomeOf(outcome) : BarrierTexts.End(vehicle.End);
        return new VehicleCard(
            vehicle.Id,
            vehicle.Plate is { } plate ? PlateView.Of(plate, vehicle.Colour) : null,
            vehicle.At,
            tone,
            icon,
            vehicle is { End: VehicleEnd.Passed, By: not null } ? BarrierTexts.ByHand : word,
            vehicle.Reason,
            Who(vehicle.Vehicle),
            Denied: null,
            vehicle.By is { } by ? new(Language.Chinese.Fill(HistoryTexts.By, by), Language.English.Fill(HistoryTexts.By, by)) : null,
            vehicle.Direction == LaneDirection.Out,
            Alarmed: false,
            Waits: false,
            vehicle.Picture);
    }

    /// <summary>An outcome's colour and icon.</summary>
    public static (Tone Tone, string Icon) Look(VehicleOutcome outcome) => outcome switch
    {
        VehicleOutcome.OpenedResident or VehicleOutcome.OpenedVisitor or VehicleOutcome.OpenedWorker or VehicleOutcome.OpenedLeaving => (Tone.Good, "check"),
        VehicleOutcome.Denied => (Tone.Emergency, "ban"),
        VehicleOutcome.Unreadable => (Tone.Normal, "eye"),
        VehicleOutcome.Unknown => (Tone.Normal, "stranger"),
        VehicleOutcome.Overstayed => (Tone.High, "clock"),
        _ => (Tone.Normal, "clock"),
    };

    private static string Icon(VehicleState state) => state switch
    {
        VehicleState.Opened => "up",
        VehicleState.SentAway => "back",
        _ => "car",
    };

    private static PlateView? Plate(WaitingVehicle vehicle) => vehicle.Plate is { } plate ? PlateView.Of(plate, vehicle.Colour) : null;

    private static LocalizedText? Who(Vehicle? vehicle)
    {
        if (vehicle is null)
        {
            return null;
        }

        var rest = string.Join(" ", new[] { vehicle.Unit ?? vehicle.Grant?.Host, vehicle.Owner }.Where(part => !string.IsNullOrEmpty(part)).Distinct(StringComparer.Ordinal));
        if (vehicle.Standing == VehicleStanding.Denied && rest.Length == 0)
        {
            return null; // the outcome says it
        }

        var standing = VehicleTexts.Standing(vehicle.Standing);
        return new($"{standing.Zh} {rest}".TrimEnd(), $"{standing.En} {rest}".TrimEnd());
    }

    private static LocalizedText? Remark(WaitingVehicle vehicle)
    {
        if (vehicle.Fuzzy)
        {
            return BarrierTexts.Fuzzy;
        }

        var percent = (int)(vehicle.Confidence * 100);
        return vehicle.Plate is not null && vehicle.Confidence < Sure
            ? new(Language.Chinese.Fill(BarrierTexts.Confidence, percent), Language.English.Fill(BarrierTexts.Confidence, percent))
            : null;
    }
}
