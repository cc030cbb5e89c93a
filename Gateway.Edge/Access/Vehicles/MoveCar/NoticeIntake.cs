using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Takes down that an owner is to be told, as part of a change. The work is the same whether a plate is registered or not.</summary>
internal sealed class NoticeIntake(NoticeRows rows, VehicleBook book, IOwnerNotice service, VehicleOptions options)
{
    /// <summary>Most notices that wait for the message service; what comes on top is called by the guard.</summary>
    public const int MostSending = 200;

    /// <summary>Most notices that are not closed.</summary>
    public const int MostPending = 500;

    /// <summary>The notice, new or joined; null when there are too many.</summary>
    public Notice? Take(VehicleTransaction change, PlateNumber plate, NoticeDetails details, Guid? report, string by, DateTimeOffset now)
    {
        // What is over keeps no place that somebody needs now.
        NoticeRows.CloseBefore(change.File, now - Notice.OverAfter, now);
        var vehicle = book.Vehicles.Find(plate.Text);
        var recent = rows.FindRecent(change.File, plate.Text, now - options.MoveCar.Window);
        var (pending, sending) = NoticeRows.Count(change.File);
        if (recent is null && pending >= MostPending)
        {
            return null;
        }

        var notice = recent is not null
            ? recent with { Asked = recent.Asked + 1, Report = recent.Report ?? report, Details = Join(recent.Details, details) }
            : New(plate, vehicle, details, report, sending < MostSending, now);
        rows.Put(change.File, notice);
        if (recent is null)
        {
            change.Record(VehicleAudits.Make(VehicleAudit.NoticeTaken, notice.Id, by, now, s_taken));
        }

        return notice;
    }

    /// <summary>Closes a notice whose reason is gone; one that others asked for as well stays.</summary>
    public void Close(VehicleTransaction change, Guid id, DateTimeOffset now)
    {
        if (rows.Find(change.File, id) is { Asked: 1, State: not NoticeState.Closed } notice)
        {
            rows.Put(change.File, notice with { State = NoticeState.Closed, ClosedAt = now, NextAt = null });
        }
    }

    private static readonly LocalizedText s_taken = new("有人请求挪车。", "Somebody asked for a vehicle to be moved.");

    private static NoticeDetails Join(NoticeDetails first, NoticeDetails next) => new(first.Reason ?? next.Reason, first.CallerPhone ?? next.CallerPhone);

    private Notice New(PlateNumber plate, Vehicle? vehicle, NoticeDetails details, Guid? report, bool hasRoom, DateTimeOffset now)
    {
        var isSent = vehicle?.MaskedPhone is not null && service.IsConfigured && hasRoom;
        return new Notice(
            Guid.NewGuid(),
            plate,
            vehicle?.Id,
            now,
            Asked: 1,
            isSent ? NoticeState.Sending : NoticeState.ToCall,
            Attempts: 0,
            isSent ? now : null,
            ComingAt: null,
            ClosedAt: null,
            OwnerShown: false,
            CallerShown: false,
            report,
            details);
    }
}
