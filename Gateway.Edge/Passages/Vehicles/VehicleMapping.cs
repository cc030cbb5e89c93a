using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Vehicles;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What a lane's report says on record, and how urgently.</summary>
internal static class VehicleMapping
{
    /// <summary>A vehicle on the deny list is the station's; one that waits or follows another the guard's.</summary>
    public static (EventPriority Priority, VehicleData Data) Of(VehicleRecord record)
    {
        var (report, vehicle) = (record.Report, record.Report.Vehicle);
        var (sighting, decision) = (vehicle.Sighting, vehicle.Decision);
        var alert = IsAlert(report);
        return (
            alert ? EventPriority.High : report.Event is LaneEvent.Tailgated or LaneEvent.WaitsLong or LaneEvent.Mistaken ? EventPriority.Normal : EventPriority.Info,
            new VehicleData(
                record.Barrier.Value,
                record.Name,
                CodeOf(report.Event),
                VehicleSentences.Of(record),
                report.Position.ToString(),
                report.Mode.ToString(),
                report.At,
                vehicle.By,
                vehicle.By is null ? null : decision?.Reason,
                vehicle.Id.ToString(),
                vehicle.Plate?.Text,
                sighting?.Best.Colour.ToString(),
                decision?.Outcome.ToString(),
                vehicle.Direction.ToString(),
                sighting is null ? null : Math.Round(sighting.Best.Confidence, 3),
                decision?.Fuzzy,
                decision is { Fuzzy: true, Vehicle: { } matched } ? matched.Plate.Text : null,
                Math.Round(Math.Max(0, (report.At - vehicle.Since).TotalSeconds), 1),
                sighting is null ? null : Math.Round(sighting.DecisionMilliseconds, 1),
                alert ? vehicle.Id.ToString() : null));
    }

    /// <summary>Stable name of what happened.</summary>
    public static string CodeOf(LaneEvent happened) => happened switch
    {
        LaneEvent.Decided => VehicleData.Decided,
        LaneEvent.Mistaken => VehicleData.Mistaken,
        LaneEvent.Passed => VehicleData.Passed,
        LaneEvent.Tailgated => VehicleData.Tailgated,
        LaneEvent.WaitsLong => VehicleData.Waits,
        LaneEvent.Left => VehicleData.Left,
        LaneEvent.NotUsed => VehicleData.NotUsed,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "No such event."),
    };

    /// <summary>Pictures are kept of what somebody must look at, and of no registered vehicle that is not on the deny list.</summary>
    public static bool KeepsPicture(LaneReport report) => report.Vehicle.Decision is not { Vehicle.Standing: not VehicleStanding.Denied } && report.Event switch
    {
        LaneEvent.Decided => report.Vehicle.Decision is { Outcome: VehicleOutcome.Denied or VehicleOutcome.Unreadable },
        LaneEvent.Tailgated or LaneEvent.WaitsLong or LaneEvent.Mistaken => true,
        _ => false,
    };

    /// <summary>Coming, having been let in by mistake, and passing of one on the deny list. That it left again only goes on record.</summary>
    private static bool IsAlert(LaneReport report) =>
        report.Vehicle.Decision is { Outcome: VehicleOutcome.Denied } && report.Event is not (LaneEvent.Left or LaneEvent.NotUsed or LaneEvent.WaitsLong);
}
