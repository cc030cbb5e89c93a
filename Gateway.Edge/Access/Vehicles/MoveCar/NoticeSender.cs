using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Secrets;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Hands notices to the message service, one after the other, again and again until it takes them or the guard has to call.</summary>
internal sealed class NoticeSender(
    VehicleDatabase database,
    NoticeRows rows,
    VehicleRows vehicles,
    IOwnerNotice service,
    NoticeKeys keys,
    NoticeBell bell,
    VehicleOptions options,
    TimeProvider time,
    ILogger<NoticeSender> logger) : BackgroundService
{
    /// <summary>Tries before the guard has to call.</summary>
    public const int MostAttempts = 8;

    private const int Batch = 20;
    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_idle = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (service.IsConfigured)
        {
            TimeSpan wait;
            try
            {
                wait = await SendDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is SqliteException or SecretFaultException)
            {
                VehiclesLog.QueueFailed(logger, s_idle, error);
                wait = s_idle;
            }

            await bell.WaitAsync(wait, time, stoppingToken);
        }
    }

    /// <summary>Sends what is due; returns how long nothing will be.</summary>
    public async Task<TimeSpan> SendDueAsync(CancellationToken cancellationToken)
    {
        var waiting = await database.ReadAsync(file => rows.Sending(file, Batch), cancellationToken);
        foreach (var notice in waiting.Where(notice => IsDue(notice, time.GetUtcNow())))
        {
            await SendAsync(notice, cancellationToken);
        }

        var next = (await database.ReadAsync(file => rows.Sending(file, 1), cancellationToken)).FirstOrDefault();
        var wait = next?.NextAt - time.GetUtcNow() ?? s_idle;
        return wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > s_idle ? s_idle : wait;
    }

    // One that is due later than any pause lasts was put off by a clock that has been set back since.
    private static bool IsDue(Notice notice, DateTimeOffset now) => !(notice.NextAt > now && notice.NextAt <= now + s_longestPause);

    private async Task SendAsync(Notice notice, CancellationToken cancellationToken)
    {
        var phone = notice.Vehicle is { } id ? (await database.ReadAsync(file => vehicles.ReadDetails(file, id), cancellationToken))?.Phone : null;
        // Late news is no news: the guard has it on the list by then.
        var delivery = phone is null ? NoticeDelivery.Refused("the vehicle or its number is gone")
            : time.GetUtcNow() >= notice.AskedAt + options.MoveCar.Patience ? NoticeDelivery.Refused("too late")
            : await service.TellAsync(Compose(notice, phone), cancellationToken);
        if (!delivery.IsTaken)
        {
            VehiclesLog.NoticeNotTaken(logger, notice.Id, notice.Attempts + 1, delivery.Reason);
        }

        await database.ChangeAsync(
            change =>
            {
                // Answered or closed meanwhile: that stands.
                if (rows.Find(change.File, notice.Id) is { State: NoticeState.Sending } current)
                {
                    rows.Put(change.File, After(change, current, delivery));
                }

                return true;
            },
            remember: null,
            cancellationToken);
    }

    private Notice After(VehicleTransaction change, Notice notice, NoticeDelivery delivery)
    {
        var (now, attempts) = (time.GetUtcNow(), notice.Attempts + 1);
        if (delivery.IsTaken)
        {
            change.Record(VehicleAudits.Make(VehicleAudit.NoticeTold, notice.Id, VehicleAudit.Gateway, now, new("已通知车主挪车。", "The owner was told to move a vehicle.")));
            return notice with { State = NoticeState.Told, Attempts = attempts, NextAt = null };
        }

        if (delivery.IsFinal || attempts >= MostAttempts)
        {
            change.Record(VehicleAudits.Make(VehicleAudit.NoticeFailed, notice.Id, VehicleAudit.Gateway, now, new LocalizedText(
                "未能通知车主，请门岗致电。", "The owner could not be told; the guard has to call.")));
            return notice with { State = NoticeState.ToCall, Attempts = attempts, NextAt = null };
        }

        var pause = s_firstPause * Math.Pow(2, attempts - 1);
        return notice with { Attempts = attempts, NextAt = now + (pause < s_longestPause ? pause : s_longestPause) };
    }

    private OwnerNotice Compose(Notice notice, string phone)
    {
        var link = options.MoveCar.PublicUrl is { } url ? new Uri($"{url.TrimEnd('/')}/move-car/answer/{keys.Make(NoticeKeys.Answer, notice.Id)}") : null;
        return new OwnerNotice(
            notice.Id,
            phone,
            notice.Plate.Display,
            notice.AskedAt,
            notice.Details.Reason,
            notice.Details.CallerPhone is { } caller ? MaskedPhone.Of(caller) : null,
            link,
            MoveCarWords.Message(notice.Plate.Display, notice.Details.Reason, link));
    }
}
