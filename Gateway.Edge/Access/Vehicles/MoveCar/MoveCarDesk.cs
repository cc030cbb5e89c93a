using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Storage;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Takes requests to move vehicles down, and what owners and guards do about them.</summary>
internal sealed class MoveCarDesk(
    VehicleDatabase database,
    NoticeRows rows,
    VehicleRows vehicles,
    VehicleBook book,
    NoticeIntake intake,
    NoticeKeys keys,
    NoticeBell bell,
    MoveCarWords words,
    VehicleOptions options,
    TimeProvider clock) : IMoveCarDesk
{
    private const int MostListed = 500;
    private const int MostMinutes = 120;

    private readonly AskLimit _limit = new(options.MoveCar.PerSource, options.MoveCar.Overall, options.MoveCar.Window, clock);

    /// <inheritdoc/>
    public async Task<MoveCarAnswer> AskAsync(MoveCarRequest request, string source, CancellationToken cancellationToken)
    {
        var (plate, details, refusals) = MoveCarFields.Check(request);
        if (plate is null)
        {
            return new MoveCarAnswer(false, words.Refused, null, refusals, null);
        }

        if (_limit.Take(source) is { } wait)
        {
            return new MoveCarAnswer(false, words.TooOften(wait), null, [], wait);
        }

        var notice = await database.ChangeAsync(
            change => intake.Take(change, plate, details, null, "public", clock.GetUtcNow()), remember: null, cancellationToken);
        if (notice is null)
        {
            return new MoveCarAnswer(false, words.TooBusy, null, [], null);
        }

        bell.Ring();
        return new MoveCarAnswer(true, words.Taken, keys.Make(NoticeKeys.Follow, notice.Id), [], null);
    }

    /// <inheritdoc/>
    public async Task<MoveCarProgress?> FollowAsync(string follow, CancellationToken cancellationToken)
    {
        if (await FindAsync(NoticeKeys.Follow, follow, cancellationToken) is not { } notice)
        {
            return null;
        }

        // Silence, an owner who is not registered and one who denies look the same, and take the same time.
        var now = clock.GetUtcNow();
        return notice.State switch
        {
            NoticeState.Closed => new(MoveCarStep.Closed, words.Closed, null),
            NoticeState.Coming when notice.ComingAt is { } at && now < at + Notice.Lateness => new(MoveCarStep.Coming, words.Coming(at), at),
            NoticeState.Coming => new(MoveCarStep.CallTheGuard, words.CallTheGuard, null),
            _ when now < notice.AskedAt + options.MoveCar.Patience => new(MoveCarStep.Telling, words.Taken, null),
            _ => new(MoveCarStep.CallTheGuard, words.CallTheGuard, null),
        };
    }

    /// <inheritdoc/>
    public async Task<MoveCarQuestion?> OpenAsync(string key, CancellationToken cancellationToken) =>
        await FindAsync(NoticeKeys.Answer, key, cancellationToken) is { } notice && IsOpen(notice)
            ? new MoveCarQuestion(
                notice.Plate, notice.AskedAt, notice.Details.Reason, Masked(notice.Details.CallerPhone), notice.IsAnswered ? words.Answer(notice) : null)
            : null;

    /// <inheritdoc/>
    public async Task<MoveCarReplyOutcome> AnswerAsync(string key, MoveCarReply reply, CancellationToken cancellationToken)
    {
        if (!reply.NotMine && reply.Minutes is not (>= 1 and <= MostMinutes))
        {
            return new MoveCarReplyOutcome(false, words.Minutes);
        }

        return keys.Read(NoticeKeys.Answer, key) is not { } id
            ? new MoveCarReplyOutcome(false, words.LinkOver)
            : await database.ChangeAsync(change => Answer(change, id, reply), remember: null, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MoveCarNotice>> ListAsync(bool pendingOnly, CancellationToken cancellationToken)
    {
        var notices = await database.ReadAsync(file => rows.List(file, pendingOnly, MostListed), cancellationToken);
        var now = clock.GetUtcNow();
        return [.. notices.Select(notice => ForGuard(notice, now))];
    }

    /// <inheritdoc/>
    public Task<long> CountPendingAsync(CancellationToken cancellationToken) => database.ReadAsync(NoticeRows.CountPending, cancellationToken);

    /// <inheritdoc/>
    public Task<PhoneReveal?> RevealAsync(Guid notice, PhoneOf whose, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change => rows.Find(change.File, notice) is { } found ? Reveal(change, found, whose, by) : null, remember: null, cancellationToken);

    /// <inheritdoc/>
    public Task<MoveCarNotice?> CloseAsync(Guid notice, string by, CancellationToken cancellationToken) => database.ChangeAsync(
        change =>
        {
            var now = clock.GetUtcNow();
            if (rows.Find(change.File, notice) is not { } found)
            {
                return null;
            }

            if (found.State != NoticeState.Closed)
            {
                found = found with { State = NoticeState.Closed, ClosedAt = now, NextAt = null };
                rows.Put(change.File, found);
                change.Record(VehicleAudits.Make(VehicleAudit.NoticeClosed, found.Id, by, now, new("挪车请求已处理。", "A request to move a vehicle was dealt with.")));
            }

            return ForGuard(found, now);
        },
        remember: null,
        cancellationToken);

    private MoveCarReplyOutcome Answer(VehicleTransaction change, Guid id, MoveCarReply reply)
    {
        if (rows.Find(change.File, id) is not { } notice || !IsOpen(notice))
        {
            return new MoveCarReplyOutcome(false, words.LinkOver);
        }

        if (notice.IsAnswered)
        {
            return new MoveCarReplyOutcome(false, words.AlreadyAnswered);
        }

        var now = clock.GetUtcNow();
        rows.Put(change.File, notice with
        {
            State = reply.NotMine ? NoticeState.NotMine : NoticeState.Coming,
            ComingAt = reply.NotMine ? null : now.AddMinutes(reply.Minutes!.Value),
            NextAt = null,
        });
        change.Record(VehicleAudits.Make(VehicleAudit.NoticeAnswered, id, "owner", now, reply.NotMine
            ? new("车主答复：不是我的车。", "The owner answered: not their vehicle.")
            : new($"车主答复：{reply.Minutes} 分钟内到。", $"The owner answered: there within {reply.Minutes} minutes.")));
        return new MoveCarReplyOutcome(true, words.AnswerTaken);
    }

    private PhoneReveal Reveal(VehicleTransaction change, Notice notice, PhoneOf whose, string by)
    {
        var isOwner = whose == PhoneOf.Owner;
        if (notice.State == NoticeState.Closed)
        {
            return new PhoneReveal(null, new("该通知已处理，不再显示号码。", "This is dealt with; numbers are no longer shown."));
        }

        if (isOwner ? notice.OwnerShown : notice.CallerShown)
        {
            return new PhoneReveal(null, new(
                "号码只显示一次，已有人查看。仍需要时请在车辆登记中查看。", "The number is shown once, and was. If it is still needed, look at the vehicle's registration."));
        }

        var phone = !isOwner ? notice.Details.CallerPhone : notice.Vehicle is { } id ? vehicles.ReadDetails(change.File, id)?.Phone : null;
        if (phone is null)
        {
            return new PhoneReveal(null, new("没有登记号码。", "No number is known."));
        }

        rows.Put(change.File, notice with { OwnerShown = notice.OwnerShown || isOwner, CallerShown = notice.CallerShown || !isOwner });
        change.Record(VehicleAudits.Make(VehicleAudit.NoticePhoneShown, notice.Id, by, clock.GetUtcNow(), isOwner
            ? new("为挪车查看了车主电话。", "The owner's number was shown to have a vehicle moved.")
            : new("为挪车查看了求助人电话。", "The asking person's number was shown to have a vehicle moved.")));
        return new PhoneReveal(phone, new("号码仅供本次联系，只显示一次。", "For this call only; it is shown once."));
    }

    private async Task<Notice?> FindAsync(string purpose, string key, CancellationToken cancellationToken) =>
        keys.Read(purpose, key) is { } id ? await database.ReadAsync(file => rows.Find(file, id), cancellationToken) : null;

    private bool IsOpen(Notice notice) => notice.State != NoticeState.Closed && clock.GetUtcNow() < notice.AskedAt + Notice.LinkLife;

    private MoveCarNotice ForGuard(Notice notice, DateTimeOffset now)
    {
        var vehicle = notice.Vehicle is { } id ? book.Vehicles.Find(id) : null;
        return new MoveCarNotice(
            notice.Id,
            notice.Plate,
            notice.AskedAt,
            notice.Asked,
            notice.Details.Reason,
            notice.StateAt(now, options.MoveCar.Patience),
            words.ForGuard(notice, vehicle, now),
            vehicle is not null,
            vehicle?.MaskedPhone,
            Masked(notice.Details.CallerPhone),
            notice.OwnerShown,
            notice.CallerShown,
            notice.ComingAt,
            notice.Report);
    }

    private static string? Masked(string? phone) => phone is null ? null : MaskedPhone.Of(phone);
}
