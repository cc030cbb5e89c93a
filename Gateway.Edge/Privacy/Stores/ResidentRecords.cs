using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>The residents' registry, with the end of a tenant's lease.</summary>
internal sealed class ResidentRecords(ResidentRegistry residents, ICompoundDesk compound) : IPersonStore
{
    /// <inheritdoc/>
    public string Name => "residents";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = new("居民登记", "Residents' registry");

    /// <inheritdoc/>
    public LocalizedText? Stays => null;

    /// <inheritdoc/>
    public async Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        if (await residents.ShowAsync(subject.Id, cancellationToken) is not { } resident)
        {
            return StoreContent.Nothing;
        }

        var photos = await residents.PhotosAsync(subject.Id, cancellationToken);
        var phone = await residents.PhoneAsync(subject.Id, cancellationToken);
        var lease = await LeaseAsync(subject.Id, cancellationToken);
        // The template is a sealed list of numbers that only this gateway's model can use: that it is there is told, not its content.
        var json = PrivacyJson.Bytes(new { resident.Id, resident.Name, resident.Unit, Phone = phone, resident.Consent, FaceTemplates = resident.Templates, Photos = photos.Count, LeaseEnd = lease?.End });
        List<StoreLine> lines =
        [
            StoreLine.Of(StoreWords.Name, resident.Name),
            StoreLine.Of(StoreWords.Unit, resident.Unit),
            StoreLine.Of(StoreWords.Templates, $"{resident.Templates}"),
            StoreLine.Of(StoreWords.Photos, $"{photos.Count}"),
        ];
        lines.AddRange(phone is null ? [] : [StoreLine.Of(StoreWords.Phone, phone)]);
        lines.AddRange(resident.Consent is not { } consent ? [] :
        [
            StoreLine.Of(StoreWords.ConsentBy, consent.By),
            StoreLine.At(StoreWords.ConsentAt, consent.At),
            StoreLine.Of(StoreWords.ConsentText, consent.TextVersion),
        ]);
        lines.AddRange(resident.Consent?.WithdrawnAt is { } at ? [StoreLine.At(StoreWords.WithdrawnAt, at)] : []);
        lines.AddRange(lease is null ? [] : [StoreLine.At(StoreWords.Lease, lease.End)]);
        return new StoreContent([new("resident.json", json), .. photos.Select((photo, index) => new StoreFile($"photos/resident-{index + 1}.jpg", photo))], lines);
    }

    /// <inheritdoc/>
    public async Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        var before = await residents.ShowAsync(subject.Id, cancellationToken);
        var leases = 0;
        if (await LeaseAsync(subject.Id, cancellationToken) is not null)
        {
            leases += await compound.SetLeaseAsync(subject.Id, end: null, by, cancellationToken) ? 1 : 0;
        }

        var erased = await residents.EraseAsync(subject.Id, cancellationToken);
        return StoreErasure.Done(
            new StoreCount(StoreWords.Registration, erased ? 1 : 0),
            new StoreCount(StoreWords.Templates, before?.Templates ?? 0),
            new StoreCount(StoreWords.Photos, before?.PhotosKept ?? 0),
            new StoreCount(StoreWords.Lease, leases));
    }

    private async Task<Lease?> LeaseAsync(Guid resident, CancellationToken cancellationToken) =>
        (await compound.LeasesAsync(cancellationToken)).FirstOrDefault(lease => lease.Resident == resident);
}
