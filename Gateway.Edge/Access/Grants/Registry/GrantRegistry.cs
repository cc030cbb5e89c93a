using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants.Crew;
using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Temporary access: sealed on disk, in memory for decisions. Staff's changes go through one at a time; look-ups never wait.</summary>
internal sealed class GrantRegistry(
    GrantDatabase database,
    GrantRows grants,
    WorkerRows workers,
    GrantBook book,
    GrantTurn turn,
    GrantEnds ends,
    FaceKeeper faces,
    GrantVehicles vehicles,
    VehicleEnds vehicleEnds,
    GrantViews views,
    Lazy<EnrolmentPhotos> photos,
    IGrantDevices devices,
    ReceiptBell bell,
    GrantOptions options,
    GrantZone zone,
    TimeProvider clock) : IGrantDesk
{
    private readonly GrantFields _fields = new(options);

    /// <inheritdoc/>
    public Task<GrantChange> AddAsync(GrantDraft draft, string by, CancellationToken cancellationToken) => turn.DoAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            var (checkedGrant, refusals) = _fields.Check(draft, now, devices.Gates);
            var known = draft.Worker is { } id ? book.Now.Worker(id) : null;
            if (draft.Worker is not null && known is null)
            {
                refusals = [.. refusals, GrantRefusal.UnknownWorker];
            }

            if (book.Now.Count >= options.MaximumGrants)
            {
                refusals = [.. refusals, GrantRefusal.TooMany(options.MaximumGrants)];
            }

            var templates = new List<float[]>();
            if (refusals.Count == 0 && draft.Face is { } face)
            {
                (templates, refusals) = Examine(face, known?.Id);
            }

            if (refusals.Count > 0 || checkedGrant is null)
            {
                return new GrantChange(null, refusals);
            }

            return await StoreAsync(checkedGrant, known, templates, by, now, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<GrantChange?> RenewAsync(Guid id, DateTimeOffset until, string by, CancellationToken cancellationToken) => MoveEndAsync(
        id,
        until,
        by,
        GrantAudit.Renewed,
        (grant, now) => grant.RevokedAt is not null ? GrantRefusal.IsRevoked
            : until <= now ? GrantRefusal.Over
            : until <= grant.Until ? GrantRefusal.NotLater
            : until - grant.From > TimeSpan.FromDays(731) ? GrantRefusal.TooLong
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public Task<GrantChange?> ShortenAsync(Guid id, DateTimeOffset until, string by, CancellationToken cancellationToken) => MoveEndAsync(
        id,
        until,
        by,
        GrantAudit.Shortened,
        (grant, now) => !grant.IsLive ? GrantRefusal.IsOver
            : until <= now ? GrantRefusal.Over
            : until <= grant.From ? GrantRefusal.Order
            : until >= grant.Until ? GrantRefusal.NotEarlier
            : null,
        cancellationToken);

    /// <inheritdoc/>
    public async Task<GrantChange?> RevokeAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        if (book.Now.Find(id) is null)
        {
            return null;
        }

        if (!await ends.RevokeAsync(id, by, cancellationToken))
        {
            return new GrantChange(null, [GrantRefusal.IsOver]);
        }

        return Now(id);
    }

    /// <inheritdoc/>
    public async Task<GrantChange?> LeftAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        if (book.Now.Find(id) is null)
        {
            return null;
        }

        await database.ChangeAsync(
            change =>
            {
                book.Change(before => before.Find(id) is { } grant ? before.With([], [grant with { InsideSince = null, OverstayedAt = null }]) : before);
                if (book.Now.Find(id) is { } left)
                {
                    GrantRows.Use(change.File, left);
                    change.Record(GrantAudit.Of(GrantAudit.Left, id, by, GrantSentences.Left(left), clock.GetUtcNow()));
                }

                return true;
            },
            remember: null,
            cancellationToken);
        return Now(id);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GrantView>> ListAsync(GrantFilter filter, CancellationToken cancellationToken) => Task.FromResult(views.List(filter));

    /// <inheritdoc/>
    public async Task<GrantReport?> ShowAsync(Guid id, CancellationToken cancellationToken) => book.Now.Find(id) is { } grant
        ? new GrantReport(views.Of(grant), await database.ReadAsync(file => ReceiptRows.Read(file, id), cancellationToken))
        : null;

    /// <inheritdoc/>
    public async Task<CrewReport> ImportAsync(ReadOnlyMemory<byte> file, CrewTerms terms, string by, CancellationToken cancellationToken)
    {
        var plan = CrewPlan.Make(CrewTable.Read(file.Span, terms, zone.Zone), _fields, clock.GetUtcNow(), devices.Gates, options.MaximumGrants - book.Now.Count);
        if (terms.DryRun || (plan.Faults.Count > 0 && !terms.GoodRowsOnly) || plan.Grants.Count == 0)
        {
            return plan.Report(added: 0, terms.DryRun);
        }

        return await turn.DoAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                List<(TemporaryWorker Worker, Grant Grant, string? Phone)> crew = [.. plan.Grants.Select(row => NewPerson(row, [], by, now))];
                await database.ChangeAsync(
                    change =>
                    {
                        crew.ForEach(entry => Put(change, entry.Worker, entry.Phone, entry.Grant));
                        change.Record(GrantAudit.Of(GrantAudit.Imported, null, by, GrantSentences.Imported(crew.Count), now));
                        return true;
                    },
                    _ => book.Change(before => before.With([.. crew.Select(entry => entry.Worker)], [.. crew.Select(entry => entry.Grant)])),
                    cancellationToken);
                bell.Ring();
                return plan.Report(crew.Count, dryRun: false);
            },
            cancellationToken);
    }

    private (List<float[]> Templates, IReadOnlyList<GrantRefusal> Refusals) Examine(FaceOffer face, Guid? known)
    {
        var (templates, refused) = photos.Value.Examine(face.Photos, face.AllowDuplicate || known is not null, other => book.Now.Worker(other)?.MaskedName ?? other.ToString());
        List<GrantRefusal> refusals = [.. refused.Select(refusal => new GrantRefusal(refusal.Field, refusal.Code, refusal.Reason))];
        if (refusals.Count == 0 && templates.Count > faces.Room)
        {
            refusals.Add(new GrantRefusal(EnrolmentRefusal.NoRoom.Field, EnrolmentRefusal.NoRoom.Code, EnrolmentRefusal.NoRoom.Reason));
        }

        return (templates, refusals);
    }

    private async Task<GrantChange> StoreAsync(
        CheckedGrant draft, TemporaryWorker? known, List<float[]> templates, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (registered, refusals) = await vehicles.AddAsync(draft, known?.Name ?? draft.Name!, by, cancellationToken);
        if (refusals.Count > 0)
        {
            return new GrantChange(null, refusals);
        }

        var (worker, grant, phone) = known is null ? NewPerson(draft, registered, by, now) : (known, draft.ToGrant(known.Id, by, now, registered), null);
        worker = templates.Count == 0 ? worker : worker with
        {
            Templates = templates.Count,
            Consent = new Consent(draft.Draft.Face!.ConsentBy.Trim(), now, draft.Draft.Face.ConsentText),
        };
        try
        {
            await database.ChangeAsync(
                change =>
                {
                    Put(change, worker, phone ?? (known is null ? null : workers.Phone(change.File, known.Id)), grant);
                    if (templates.Count > 0)
                    {
                        workers.PutFace(change.File, worker.Id, templates, draft.Draft.Face!.KeepPhotos ? draft.Draft.Face.Photos : []);
                    }

                    change.Record(GrantAudit.Of(GrantAudit.Created, grant.Id, by, GrantSentences.Created(grant, zone.Zone), now));
                    return true;
                },
                _ => book.Change(before => before.With([worker], [grant])),
                cancellationToken);
        }
        catch
        {
            await vehicles.RemoveAsync(registered, by);
            throw;
        }

        if (templates.Count > 0)
        {
            faces.Show(worker.Id, templates);
        }

        bell.Ring();
        return new GrantChange(views.Of(grant), []);
    }

    private void Put(GrantTransaction change, TemporaryWorker worker, string? phone, Grant grant)
    {
        workers.Put(change.File, worker, phone);
        grants.Put(change.File, grant);
        change.Record(GrantSentences.Event(GrantData.Created, grant, GrantSentences.Created(grant, zone.Zone), grant.EnteredAt));
    }

    private static (TemporaryWorker Worker, Grant Grant, string? Phone) NewPerson(CheckedGrant draft, IReadOnlyList<Guid> vehicles, string by, DateTimeOffset now)
    {
        // A random id, not a time-ordered one: it travels upstream and must not tell when someone came.
        var worker = new TemporaryWorker(Guid.NewGuid(), draft.Name!, draft.Phone is null ? null : MaskedPhone.Of(draft.Phone), null, 0);
        return (worker, draft.ToGrant(worker.Id, by, now, vehicles), draft.Phone);
    }

    private Task<GrantChange?> MoveEndAsync(
        Guid id, DateTimeOffset until, string by, string name, Func<Grant, DateTimeOffset, GrantRefusal?> check, CancellationToken cancellationToken) => turn.DoAsync(
        async () =>
        {
            var now = clock.GetUtcNow();
            if (book.Now.Find(id) is not { } before || check(before, now) is { } refusal)
            {
                return book.Now.Find(id) is { } refused && check(refused, now) is { } why ? new GrantChange(null, [why]) : null;
            }

            await database.ChangeAsync(
                change =>
                {
                    var moved = Move(book.Now.Find(id) ?? before);
                    grants.Put(change.File, moved);
                    var (words, phase) = name == GrantAudit.Renewed
                        ? (GrantSentences.Renewed(moved, zone.Zone), GrantData.Renewed)
                        : (GrantSentences.Shortened(moved, zone.Zone), GrantData.Shortened);
                    change.Record(GrantAudit.Of(name, id, by, words, now));
                    change.Record(GrantSentences.Event(phase, moved, words, now));
                    return true;
                },
                // Once more on what stands now: an entry may have been counted meanwhile.
                _ => book.Change(snapshot => snapshot.Find(id) is { } grant ? snapshot.With([], [Move(grant)]) : snapshot),
                cancellationToken);
            vehicleEnds.Owe(id);
            await vehicleEnds.SettleAsync();
            bell.Ring();
            return Now(id);

            Grant Move(Grant grant) => grant with { Until = until, EndedAt = null, OverstayedAt = null, Revision = grant.Revision + 1, EnteredBy = by };
        },
        cancellationToken);

    private GrantChange? Now(Guid id) => book.Now.Find(id) is { } grant ? new GrantChange(views.Of(grant), []) : null;
}
