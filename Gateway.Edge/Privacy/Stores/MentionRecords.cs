using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>
/// The person in other people's entries: as the host of a worker or a visitor, or in a note. The name is taken out, the entry stays the
/// other's. A guardian's name in a child's consent stays: it proves that consent.
/// </summary>
internal sealed class MentionRecords(ResidentRegistry residents, GrantBook grants, VehicleBook vehicles, PlateErasure plates, WorkerErasure workers) : IPersonStore
{
    /// <inheritdoc/>
    public string Name => "mentions";

    /// <inheritdoc/>
    public LocalizedText Title { get; } = StoreWords.Mention;

    /// <inheritdoc/>
    public LocalizedText? Stays { get; } = new(
        "若此人作为监护人为他人签署过同意，其姓名留在那份同意中，直至该同意本身被删除：它是他人同意的证明。同名者的备注不会改动。",
        "Where the person consented for somebody else as guardian, the name stays in that consent until it is erased itself: it proves the other's consent. Notes that may mean a namesake are left alone.");

    /// <inheritdoc/>
    public Task<StoreContent> ReadAsync(DataSubject subject, IProgress<double> progress, CancellationToken cancellationToken)
    {
        List<object> found =
        [
            .. grants.Now.All.Where(grant => !subject.Grants.Contains(grant.Id) && subject.Blank(grant.Host) != grant.Host)
                .Select(grant => new { In = "host of a worker's grant", Text = grant.Host, At = (DateTimeOffset?)grant.EnteredAt }),
            .. vehicles.Vehicles.All.Where(vehicle => subject.Vehicles.All(own => own.Id != vehicle.Id))
                .SelectMany(vehicle => new[] { ("host of a vehicle", vehicle.Grant?.Host), ("note of a vehicle", vehicle.Note) }, (vehicle, text) => (text, vehicle.EnteredAt))
                .Where(one => one.text.Item2 is { } text && subject.Blank(text) != text)
                .Select(one => new { In = one.text.Item1, Text = one.text.Item2, At = one.EnteredAt }),
        ];
        return Task.FromResult(found.Count == 0 ? StoreContent.Nothing : new StoreContent(
            [new("mentions.json", PrivacyJson.Bytes(found))], [StoreLine.Of(StoreWords.Mention, $"{found.Count}")]));
    }

    /// <inheritdoc/>
    public async Task<StoreErasure> EraseAsync(DataSubject subject, string by, CancellationToken cancellationToken)
    {
        var blanked = await plates.BlankAsync(subject.Blank, cancellationToken) + await workers.BlankHostsAsync(subject.Blank, cancellationToken);
        var guarded = (await residents.ListAsync(cancellationToken)).Count(other => other.Id != subject.Id && other.Consent?.By == subject.Name);
        return new StoreErasure(
            [new(StoreWords.Mention, blanked)],
            guarded == 0 ? [] : [new(new LocalizedText("他人同意中的签署人姓名", "Name of whoever signed in other people's consents"), guarded)],
            guarded == 0 ? null : Stays,
            [],
            []);
    }
}
