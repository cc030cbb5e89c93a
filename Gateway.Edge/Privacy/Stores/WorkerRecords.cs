using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>Temporary access: the worker, the face, the grants and what devices have confirmed.</summary>
internal sealed class WorkerRecords(GrantBook book, WorkerErasure erasure) : IPersonStore
{
    private static readonly LocalizedText s_confirmed = new("已确认删除授权和人脸", "has confirmed that grant and face are erased");

    /// <inheritdoc/>
    public string Name => "grants";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = new("临时授权", "Temporary access");

    /// <inheritdoc/>
    public LocalizedText? Stays => null;

    /// <inheritdoc/>
    public async Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (book.Now.Worker(subject.Id) is not { } worker)
        {
            return StoreContent.Nothing;
        }

        var (photos, phone) = (await erasure.PhotosAsync(subject.Id, cancellationToken), await erasure.PhoneAsync(subject.Id, cancellationToken));
        var grants = new List<object>();
        List<StoreLine> lines =
        [
            StoreLine.Of(StoreWords.Name, worker.Name),
            StoreLine.Of(StoreWords.Phone, phone),
            StoreLine.Of(StoreWords.Templates, $"{worker.Templates}"),
            StoreLine.Of(StoreWords.Photos, $"{photos.Count}"),
        ];
        lines.AddRange(worker.Consent is not { } consent ? [] : [StoreLine.Of(StoreWords.ConsentBy, consent.By), StoreLine.At(StoreWords.ConsentAt, consent.At), StoreLine.Of(StoreWords.ConsentText, consent.TextVersion)]);
        foreach (var grant in book.Now.GrantsOf(subject.Id))
        {
            grants.Add(new
            {
                grant.Id, grant.Tag, grant.Host, grant.Places, Hours = grant.Hours?.Text, grant.Holidays, grant.Entries, grant.EntriesUsed, grant.From, grant.Until,
                grant.EnteredBy, grant.EnteredAt, grant.RevokedAt, grant.EndedAt, grant.LastEntry, grant.InsideSince, Devices = await erasure.ReceiptsAsync(grant.Id, cancellationToken),
            });
            var (tag, until) = (GrantSentences.Tag(grant), grant.Until.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
            lines.Add(new StoreLine(StoreWords.Grant, new LocalizedText($"{tag.Zh} · {grant.Host} · 至 {until}", $"{tag.En} · {grant.Host} · until {until}")));
        }

        var json = PrivacyJson.Bytes(new { worker.Id, worker.Name, Phone = phone, worker.Consent, FaceTemplates = worker.Templates, Photos = photos.Count, Grants = grants });
        return new StoreContent([new("worker.json", json), .. photos.Select((photo, index) => new StoreFile($"photos/worker-{index + 1}.jpg", photo))], lines);
    }

    /// <inheritdoc/>
    public async Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        var worker = book.Now.Worker(subject.Id);
        var erased = await erasure.EraseAsync(subject.Id, by, cancellationToken);
        return new StoreErasure(
            [new(StoreWords.Grant, erased.Grants), new(StoreWords.Templates, worker?.Templates ?? 0)],
            [],
            null,
            [.. erased.Receipts.GroupBy(receipt => receipt.Device, StringComparer.Ordinal).Select(one => new DeviceWord(one.Key, one.Max(receipt => receipt.ConfirmedAt), s_confirmed))],
            erased.Waiting);
    }
}
