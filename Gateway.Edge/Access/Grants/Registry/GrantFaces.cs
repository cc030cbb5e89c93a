using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>
/// A face that comes to a grant after it was given, and goes before it ends, as its holder wishes. The grant itself stays as it is. Safe for use by
/// several threads.
/// </summary>
internal sealed class GrantFaces(
    GrantDatabase database,
    GrantRows grants,
    WorkerRows workers,
    GrantBook book,
    GrantTurn turn,
    FaceKeeper faces,
    Lazy<EnrolmentPhotos> photos,
    ReceiptBell bell,
    TimeProvider clock)
{
    /// <summary>Enrols the face of a live grant's holder, who has none yet; no photo is kept.</summary>
    /// <param name="id">The grant.</param>
    /// <param name="photo">A JPEG file.</param>
    /// <param name="consentText">Version of the text that the holder consented to.</param>
    /// <param name="by">Who does it, without personal data.</param>
    /// <param name="cancellationToken">Gives up while others have their turn.</param>
    /// <returns>Why it is refused; empty when it is enrolled.</returns>
    public async Task<IReadOnlyList<GrantRefusal>> GiveAsync(Guid id, byte[] photo, string consentText, string by, CancellationToken cancellationToken)
    {
        // Before the turn, which all changes of grants wait for: looking at a photo takes its time.
        var (templates, refused) = photos.Value.Examine([photo], allowDuplicate: false, static _ => "");
        if (refused.Count > 0)
        {
            return [.. refused.Select(refusal => new GrantRefusal(refusal.Field, refusal.Code, refusal.Reason))];
        }

        return await turn.DoAsync<IReadOnlyList<GrantRefusal>>(
            async () =>
            {
                var now = clock.GetUtcNow();
                if (book.Now.Find(id) is not { IsLive: true } grant || now >= grant.Until || book.Now.Worker(grant.Worker) is not { } worker)
                {
                    return [GrantRefusal.IsOver];
                }

                // Examined beside each other, two of one person do not know of each other.
                if (worker.Templates > 0)
                {
                    return [GrantRefusal.FaceThere];
                }

                if (templates.Count > faces.Room)
                {
                    return [new GrantRefusal(EnrolmentRefusal.NoRoom.Field, EnrolmentRefusal.NoRoom.Code, EnrolmentRefusal.NoRoom.Reason)];
                }

                var enrolled = worker with { Templates = templates.Count, Consent = new Consent(worker.Name, now, consentText) };
                await database.ChangeAsync(
                    change =>
                    {
                        workers.Put(change.File, enrolled, workers.Phone(change.File, worker.Id));
                        workers.PutFace(change.File, worker.Id, templates, []);
                        grants.Put(change.File, Next(book.Now.Find(id) ?? grant));
                        change.Record(GrantAudit.Of(GrantAudit.FaceGiven, id, by, GrantSentences.FaceGiven(grant), now));
                        return true;
                    },
                    _ => Remember(enrolled, id),
                    CancellationToken.None);
                faces.Show(worker.Id, templates);
                bell.Ring();
                return [];
            },
            cancellationToken);
    }

    /// <summary>Erases the face of a grant's holder; the grant goes on without one.</summary>
    /// <returns>False where there was none.</returns>
    public Task<bool> TakeAsync(Guid id, string by, CancellationToken cancellationToken) => turn.DoAsync(
        async () =>
        {
            if (book.Now.Find(id) is not { } grant || book.Now.Worker(grant.Worker) is not { Templates: > 0 } worker)
            {
                return false;
            }

            var now = clock.GetUtcNow();
            // The gates go first, whatever the disk does.
            faces.Hide(worker.Id);
            var faceless = worker with { Templates = 0, Consent = worker.Consent is { } consent ? consent with { WithdrawnAt = now, WithdrawnBy = worker.Name } : null };
            await database.ChangeAsync(
                change =>
                {
                    WorkerRows.EraseFace(change.File, worker.Id, now);
                    grants.Put(change.File, Next(book.Now.Find(id) ?? grant));
                    change.Record(GrantAudit.Of(GrantAudit.FaceErased, id, by, GrantSentences.FaceErased(grant), now));
                    change.Record(GrantSentences.Event(GrantData.FaceErased, grant, GrantSentences.FaceErased(grant), now));
                    return true;
                },
                _ => Remember(faceless, id),
                CancellationToken.None);
            await database.EmptyLogAsync(CancellationToken.None);
            bell.Ring();
            return true;
        },
        cancellationToken);

    // Devices are told of it anew and confirm it, as of any other change.
    private static Grant Next(Grant grant) => grant with { Revision = grant.Revision + 1 };

    // On what stands now: an entry may have been counted meanwhile.
    private void Remember(TemporaryWorker worker, Guid id) => book.Change(before => before.With([worker], before.Find(id) is { } grant ? [Next(grant)] : []));
}
