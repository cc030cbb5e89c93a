using System.Threading.Channels;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Journal;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>
/// Records what lanes decide and see, in order, beside the lanes: a slow disk delays the record, never the arm. Counts passages on the way.
/// <see cref="Enqueue"/> may be called by any thread; one task reads.
/// </summary>
internal sealed class VehicleRecorder(IVehicleAccess access, IJournal journal, IMediaStore media, ILogger<VehicleRecorder> logger) : BackgroundService
{
    private readonly Channel<VehicleRecord> _waiting = Channel.CreateBounded<VehicleRecord>(new BoundedChannelOptions(1024) { SingleReader = true });
    private long _unrecorded;

    /// <summary>Records since the start that could not be made durable; each was logged as an error.</summary>
    public long Unrecorded => Interlocked.Read(ref _unrecorded);

    /// <summary>Takes a record; never waits.</summary>
    public void Enqueue(VehicleRecord record)
    {
        if (!_waiting.Writer.TryWrite(record))
        {
            Lost(record, error: null);
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What has been decided is recorded before the process ends; the reader stops at the end of the queue.
        _waiting.Writer.TryComplete();
        if (ExecuteTask is { } reader)
        {
            await reader.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var record in _waiting.Reader.ReadAllAsync(CancellationToken.None))
        {
            await CountAsync(record);
            try
            {
                await RecordAsync(record);
            }
#pragma warning disable CA1031 // Supervision boundary: whatever one record throws must not end the recording of all others.
            catch (Exception error)
#pragma warning restore CA1031
            {
                Lost(record, error);
            }
        }
    }

    private async Task RecordAsync(VehicleRecord record)
    {
        var (priority, data) = VehicleMapping.Of(record);
        var pictures = await PicturesAsync(record, data);
        await journal.AppendAsync(JournalEntry.Of(EventKind.Vehicle, priority, data.Device, data, pictures), CancellationToken.None);
    }

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

    private void Lost(VehicleRecord record, Exception? error)
    {
        Interlocked.Increment(ref _unrecorded);
        LanesLog.NotRecorded(logger, record.Barrier.Value, VehicleMapping.CodeOf(record.Report.Event), error);
    }
}
