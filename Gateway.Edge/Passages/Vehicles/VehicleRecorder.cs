using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>Records what lanes decide and see, in order, beside the lanes. Counts passages on the way.</summary>
internal sealed class VehicleRecorder(IVehicleAccess access, IJournal journal, IMediaStore media, ILogger<VehicleRecorder> logger)
    : OrderedRecorder<VehicleRecord>(1024)
{
    /// <inheritdoc/>
    protected override async Task RecordAsync(VehicleRecord record)
    {
        await CountAsync(record);
        var (priority, data) = VehicleMapping.Of(record);
        var pictures = await PicturesAsync(record, data);
        await journal.AppendAsync(JournalEntry.Of(EventKind.Vehicle, priority, data.Device, data, pictures), CancellationToken.None);
    }

    /// <inheritdoc/>
    protected override void TellLost(VehicleRecord record, Exception? error) =>
        LanesLog.NotRecorded(logger, record.Barrier.Value, VehicleMapping.CodeOf(record.Report.Event), error);

    /// <summary>The picture of a vehicle that is an alert or that somebody must look at; of all others none is kept.</summary>
    private async Task<IReadOnlyList<MediaReference>> PicturesAsync(VehicleRecord record, VehicleData data)
    {
        var picture = record.Report.Vehicle.Picture;
        if (picture.IsEmpty || !VehicleMapping.KeepsPicture(record.Report))
        {
            return [];
        }

        try
        {
            return [await media.StoreAsync(picture, "image/jpeg", VehicleData.PictureRole, CancellationToken.None)];
        }
        catch (Exception error) when (error is JournalUnavailableException or ArgumentException)
        {
            LanesLog.NotRecorded(logger, data.Device, data.Code, error);
            return [];
        }
    }

    private async Task CountAsync(VehicleRecord record)
    {
        var (vehicle, report) = (record.Report.Vehicle, record.Report);
        if (report.Event != LaneEvent.Passed || vehicle.Direction == LaneDirection.Both || vehicle.Decision is not { } decision)
        {
            return;
        }

        try
        {
            await access.PassedAsync(decision, vehicle.Direction, record.Barrier.Value, report.At, CancellationToken.None);
        }
#pragma warning disable CA1031 // Supervision boundary: a stay that cannot be counted must cost neither the record nor other stays.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LanesLog.NotCounted(logger, record.Barrier.Value, error);
        }
    }
}
