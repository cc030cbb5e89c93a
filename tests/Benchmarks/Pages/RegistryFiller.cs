using System.Globalization;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Storage;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Plates;
using Gateway.Edge.Secrets;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Benchmarks.Pages;

/// <summary>Fills the registries of a data directory through their own rows, one transaction each.</summary>
internal sealed class RegistryFiller(string data, CompoundPeople people, CompoundSize size, int seed, DateTimeOffset now)
{
    private const int Batch = 1000;

    private readonly Random _random = new(seed);

    public async Task FillAsync()
    {
        Residents();
        Vehicles();
        Grants();
        Passes();
        Visits();
        await MediaAsync();
    }

    private byte[] Key(string name) => KeyFile.LoadOrCreate(Path.Combine(data, "keys", name));

    private void Residents()
    {
        using var store = new ResidentStore(Path.Combine(data, "residents.db"), Key("residents.key"));
        var templates = CompoundPeople.Templates(people.Residents.Count, seed).GetEnumerator();
        foreach (var some in people.Residents.Chunk(Batch))
        {
            store.Put(
                some.Select((resident, index) => (index % 10) < 7 && templates.MoveNext() ? WithFace(resident, templates.Current) : new StoredResident(resident, Phone(), KeepPhone: false)),
                new ResidentAudit(ResidentAudit.Imported, null, null, 0, now).Of("benchmark").ToData());
        }
    }

    private StoredResident WithFace(Resident resident, float[] template) => new(
        resident with { Consent = new Consent(resident.Name, now.AddDays(-_random.Next(300)), "v1"), Templates = 1 }, Phone(), KeepPhone: false, new StoredFace([template], []));

    private string Phone() => string.Create(CultureInfo.InvariantCulture, $"138{_random.Next(100_000_000):00000000}");

    private void Vehicles()
    {
        using var file = VehicleSchema.Open(Path.Combine(data, "vehicles.db"));
        var rows = new VehicleRows(new PersonalData(Key("vehicles.key")), NullLogger<VehicleRows>.Instance);
        using var transaction = file.BeginTransaction();
        for (var index = 0; index < Math.Min(size.Vehicles, people.Plates.Count); index++)
        {
            if (PlateNumber.TryParse(people.Plates[index], out var plate))
            {
                var owner = people.Residents[index];
                rows.Put(
                    file,
                    new Vehicle(Guid.CreateVersion7(now), plate, VehicleStanding.Resident, owner.Name, owner.Unit, null, null, null, null, null, null, EnteredBy: "benchmark", EnteredAt: now),
                    new VehicleDetails(owner.Name, owner.Unit, Phone(), null, null));
            }
        }

        for (var index = 0; index < size.Stays; index++)
        {
            _ = PlateNumber.TryParse(people.Plates[_random.Next(people.Plates.Count)], out var plate);
            var entered = now.AddMinutes(-_random.Next(60 * 24 * 30));
            var isInside = index % 200 == 0;
            StayRows.Put(file, new Stay(
                Guid.CreateVersion7(entered), plate, null, VehicleStanding.Resident, isInside ? StayState.Inside : StayState.Left, entered, "barrier-east", isInside ? null : entered.AddHours(3), isInside ? null : "barrier-east", null, null, null, null, null));
        }

        transaction.Commit();
    }

    private void Grants()
    {
        using var file = GrantSchema.Open(Path.Combine(data, "grants.db"));
        var key = Key("grants.key");
        var (grants, workers) = (new GrantRows(new PersonalData(key), NullLogger<GrantRows>.Instance), new WorkerRows(new PersonalData(key), new FaceData(key), NullLogger<WorkerRows>.Instance));
        using var transaction = file.BeginTransaction();
        foreach (var (index, (worker, grant, name)) in people.Workers.Index())
        {
            var isOver = index % 4 != 0;
            var until = isOver ? now.AddDays(-1 - _random.Next(20)) : now.AddDays(1 + _random.Next(20));
            workers.Put(file, new TemporaryWorker(worker, name, null, Consent: null, Templates: 0), Phone());
            grants.Put(file, new Grant(
                grant, worker, WorkerTag.Usual[index % WorkerTag.Usual.Count].Code, people.Residents[index].Unit, GrantPlaces.Everywhere, null, HolidayRule.AnyDay, null, until.AddDays(-7), until, "benchmark", now)
            {
                EndedAt = isOver ? until : null,
            });
        }

        transaction.Commit();
    }

    private void Passes()
    {
        using var rows = new PassRows(Path.Combine(data, "passes.db"));
        for (var index = 0; index < size.Passes; index++)
        {
            rows.Add(new Pass(Guid.CreateVersion7(now), people.Residents[index].Id, PassKind.Code, null, now.AddDays(-3), null, null), mark: null);
        }
    }

    private void Visits()
    {
        using var store = VisitStore.Open(data, NullLogger<VisitStore>.Instance);
        for (var index = 0; index < size.Visits; index++)
        {
            var at = now.AddMinutes(-_random.Next(60 * 24 * 29));
            var gate = index % 3 == 0 ? new GateStay("gate-west", new("西门", "West gate"), at, at, at, TimeSpan.Zero) : new GateStay("gate-east", new("东门", "East gate"), at, at, at, TimeSpan.Zero);
            store.Save(new Visit(Guid.CreateVersion7(at), at, at, 1 + _random.Next(5), [gate], null, null, LingeringTold: false, Open: false));
        }
    }

    private async Task MediaAsync()
    {
        var media = MediaStore.Open(new JournalPaths(data), new JournalOptions(), NullLogger.Instance);
        var bytes = new byte[512];
        for (var index = 0; index < size.Media; index++)
        {
            _random.NextBytes(bytes);
            await media.StoreAsync(bytes, "image/jpeg", "portrait", CancellationToken.None);
        }
    }
}
