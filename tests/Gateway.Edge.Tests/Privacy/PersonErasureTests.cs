using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Residents;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Privacy.Consents;
using Gateway.Edge.Privacy.Erasure;
using Gateway.Edge.Privacy.People;
using Gateway.Edge.Privacy.Stores;
using Gateway.Edge.Tests.Access.Grants;
using Gateway.Edge.Tests.Access.Residents;
using Gateway.Edge.Tests.Console;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Privacy;

/// <summary>Erasing one person, in the whole gateway: nothing is found of them afterwards, anywhere in the data folder, but what the journal must keep.</summary>
public sealed class PersonErasureTests : IAsyncLifetime
{
    private readonly FailsOnce _broken = new();
    private readonly FakeDevices _devices = new();
    private ConsoleUnderTest _gateway = null!;
    private OnePerson _person = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ErasureDesk Desk => _person.Get<ErasureDesk>();

    public async ValueTask InitializeAsync()
    {
        var faces = new MadeUpFaces();
        _gateway = await ConsoleUnderTest.StartAsync(services: services =>
        {
            ResidentsFixture.AddFaces(services, faces);
            services.AddSingleton<IPersonStore>(_broken).AddSingleton<Edge.Access.Grants.Devices.IGrantDevices>(_devices);
        });
        _person = new OnePerson(_gateway);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 180_000)]
    public async Task Nothing_is_found_of_an_erased_person_but_the_plate_in_the_journal()
    {
        await _person.MoveInAsync();
        await _person.Get<ConsentLedger>().FollowAsync(Token);
        Assert.NotEmpty(_person.FilesWith(OnePerson.Name));
        Assert.NotNull(await _person.Get<IMediaStore>().ReadAsync(_person.Medium, Token));

        var erasure = await EraseAsync();

        Assert.Empty(_person.FilesWith(OnePerson.Name));
        Assert.Empty(_person.FilesWith(OnePerson.Phone));
        Assert.All(_person.FilesWith(OnePerson.Plate), file => Assert.StartsWith("journal" + Path.DirectorySeparatorChar, file, StringComparison.Ordinal));
        Assert.NotEmpty(_person.FilesWith(OnePerson.Plate));
        Assert.DoesNotContain(OnePerson.Name, await OpenedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(OnePerson.Phone, await OpenedAsync(), StringComparison.Ordinal);
        Assert.Contains("李娜", await OpenedAsync(), StringComparison.Ordinal);
        Assert.Null(await _person.Get<IMediaStore>().ReadAsync(_person.Medium, Token));
        Assert.NotEqual(_person.Id, _person.Get<IFaceGallery>().Search(MadeUpFaces.Template(7)).Subject);
        Assert.Empty(_person.Get<PassBook>().List(_person.Id));
        Assert.Empty(_person.Get<InvitationBook>().All);
        Assert.Null(_person.Get<VehicleBook>().Stays.Find(OnePerson.Plate));
        foreach (var text in (string[])[OnePerson.Name, OnePerson.Unit, OnePerson.Plate, OnePerson.Phone])
        {
            Assert.Empty(await _person.Get<SubjectFinder>().SearchAsync(text, Token));
        }

        Assert.True(ReceiptChain.Holds(erasure));
        Assert.Equal(erasure.FinishedAt!.Value.AddDays(30), erasure.BackupsAt);
        var journal = erasure.Steps.Single(step => step.Store == "journal").Receipt;
        Assert.Equal(1, journal.Erased[0].Count);
        Assert.Contains(journal.Remains, kept => kept.What.En.EndsWith("vehicle", StringComparison.Ordinal) && kept.Count == 1);
        Assert.Contains("90", journal.Why!.En, StringComparison.Ordinal);
        var records = await RecordsAsync();
        Assert.Contains(records, record => record.Contains("person-erased", StringComparison.Ordinal) && record.Contains(erasure.Steps[^1].Hash, StringComparison.Ordinal));
    }

    [Fact(Timeout = 180_000)]
    public async Task Consent_stays_as_proof_without_the_name()
    {
        await _person.MoveInAsync();
        await EraseAsync();
        var consent = Assert.Single(await _person.Get<ConsentLedger>().ListAsync(null, Token), entry => entry.Subject == _person.Id);
        Assert.Null(consent.Who);
        Assert.Equal("v1", consent.Text);
        Assert.NotNull(consent.WithdrawnAt);
    }

    [Fact(Timeout = 180_000)]
    public async Task Erasure_that_is_stopped_half_way_goes_on_after_the_next_start()
    {
        await _person.MoveInAsync();
        _broken.Breaks = true;
        var begun = await BeginAsync();
        await _broken.Asked.Task.WaitAsync(Token);
        // Plan and first receipts are on the disk, the store that broke has none.
        Assert.NotEmpty(_person.FilesWith(_person.Id.ToString()));
        await _gateway.App.StopAsync(Token);
        _broken.Breaks = false;
        await _gateway.StartAgainAsync();

        await DoneAsync();
        var erasure = (await Desk.FindAsync(begun.Id, Token))!;
        Assert.NotNull(erasure.FinishedAt);
        Assert.Equal(erasure.Steps.Count, erasure.Steps.Select(step => step.Store).Distinct(StringComparer.Ordinal).Count());
        Assert.True(ReceiptChain.Holds(erasure));
        Assert.Empty(_person.FilesWith(OnePerson.Name));
        Assert.Empty(_person.FilesWith(OnePerson.Phone));
    }

    [Fact(Timeout = 180_000)]
    public async Task Begun_twice_it_is_one_erasure_and_done_twice_changes_nothing()
    {
        await _person.MoveInAsync();
        var subject = (await _person.Get<SubjectFinder>().FindAsync(SubjectKind.Resident, _person.Id, null, Token))!;
        _broken.Breaks = true;
        var (first, second) = (await Desk.BeginAsync(subject, ErasureBasis.All[0], "test", Token), await Desk.BeginAsync(subject, ErasureBasis.All[1], "test", Token));
        Assert.Equal(first.Id, second.Id);
        _broken.Breaks = false;
        await FinishAsync(first.Id);
        var steps = (await Desk.FindAsync(first.Id, Token))!.Steps;
        Assert.True(await Desk.RunAsync(first.Id, Token));
        Assert.Equal(steps.Select(step => step.Hash), (await Desk.FindAsync(first.Id, Token))!.Steps.Select(step => step.Hash));
        Assert.Single(await RecordsAsync(), record => record.Contains("person-erased", StringComparison.Ordinal));
        foreach (var store in _gateway.App.Services.GetServices<IPersonStore>())
        {
            var again = await store.EraseAsync(subject, "test", Token);
            Assert.Empty(again.Waiting);
        }
    }

    [Fact(Timeout = 180_000)]
    public async Task Altered_receipt_is_seen()
    {
        await _person.MoveInAsync();
        var erasure = await EraseAsync();
        var altered = erasure with { Steps = [.. erasure.Steps.Select(step => step.Ordinal == 2 ? step with { Text = step.Text.Replace("1", "0", StringComparison.Ordinal) + " " } : step)] };
        Assert.True(ReceiptChain.Holds(erasure));
        Assert.False(ReceiptChain.Holds(altered));
        Assert.False(ReceiptChain.Holds(erasure with { Steps = [.. erasure.Steps.Skip(1)] }));
    }

    [Fact(Timeout = 180_000)]
    public async Task Worker_is_nameless_at_once_and_gone_when_the_terminal_that_was_away_has_confirmed()
    {
        var terminal = new FakeTerminal("terminal-west") { IsOffline = true };
        _devices.Devices.Add(terminal);
        var now = TimeProvider.System.GetUtcNow();
        var granted = await _person.Get<IGrantDesk>().AddAsync(
            new GrantDraft("水电工", "3-1202", now.AddHours(2), Name: "司马青云", Phone: "13911112222", Face: GrantsFixture.Face(9), Plates: ["粤B11111"]), "test", Token);
        var (worker, grant) = (granted.Grant!.Worker.Id, granted.Grant.Grant.Id);
        var subject = (await _person.Get<SubjectFinder>().FindAsync(SubjectKind.Worker, worker, null, Token))!;
        Assert.Equal(("粤B11111", "13911112222"), (subject.Plates.Single(), subject.Phones.Single()));

        var begun = await Desk.BeginAsync(subject, ErasureBasis.All[0], "test", Token);
        Assert.False(await Desk.RunAsync(begun.Id, Token));
        Assert.Equal("terminal-west", (await Desk.FindAsync(begun.Id, Token))!.Waiting);
        Assert.Empty(_person.FilesWith("司马青云"));
        Assert.DoesNotContain("司马青云", await OpenedAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("13911112222", await OpenedAsync(), StringComparison.Ordinal);
        Assert.Null(await _person.Get<SubjectFinder>().FindAsync(SubjectKind.Worker, worker, null, Token));

        terminal.IsOffline = false;
        // What brings orders to devices may be under way just now, or wait for its next round.
        while (_person.Get<GrantBook>().Now.Find(grant) is { } still && _person.Get<Edge.Access.Grants.Devices.ReceiptLedger>().Outstanding(still).Count > 0)
        {
            await _person.Get<Edge.Access.Grants.Devices.ReceiptKeeper>().BringAsync(Token);
        }

        await FinishAsync(begun.Id);
        Assert.Null(_person.Get<GrantBook>().Now.Worker(worker));
        var word = Assert.Single((await Desk.FindAsync(begun.Id, Token))!.Steps.Single(step => step.Store == "grants").Receipt.Devices, device => device.Device == "terminal-west");
        Assert.NotNull(word.At);
    }

    [Fact(Timeout = 180_000)]
    public async Task Namesake_keeps_registration_notes_and_vehicle()
    {
        await _person.MoveInAsync();
        var other = await _person.Get<IResidentDesk>().EnrolAsync(
            new EnrolmentRequest(OnePerson.Name, "1-101", [MadeUpFaces.Photo(20), MadeUpFaces.Photo(20, 1)], OnePerson.Name, "v1"), Token);
        await _person.Get<IVehicleDesk>().AddAsync(new VehicleDraft("京N77777", VehicleStanding.Resident, OnePerson.Name, "1-101"), "test", Token);
        await _person.Get<IVehicleDesk>().AddAsync(new VehicleDraft("京N88888", VehicleStanding.Resident, "王磊", "1-102", Note: $"{OnePerson.Name} 的朋友"), "test", Token);
        var candidates = await _person.Get<SubjectFinder>().CandidatesAsync(SubjectKind.Resident, _person.Id, Token);
        Assert.Equal([(OnePerson.Plate, true), ("京N77777", false)], candidates.Select(one => (one.Vehicle.Plate.Text, one.IsCertain)));

        await EraseAsync();

        Assert.NotNull(await _person.Get<IResidentDesk>().ShowAsync(other.Resident!.Id, Token));
        var vehicles = await _person.Get<IVehicleDesk>().ListAsync(new VehicleFilter(), Token);
        Assert.Contains(vehicles, vehicle => vehicle.Plate.Text == "京N77777" && vehicle.Owner == OnePerson.Name);
        Assert.Contains(vehicles, vehicle => vehicle.Note == $"{OnePerson.Name} 的朋友");
        // Where the flat stands beside it, the name means the one who is gone.
        Assert.DoesNotContain(vehicles, vehicle => vehicle.Grant?.Host.Contains(OnePerson.Name, StringComparison.Ordinal) == true);
    }

    private async Task<PersonErasure> BeginAsync()
    {
        var subject = (await _person.Get<SubjectFinder>().FindAsync(SubjectKind.Resident, _person.Id, null, Token))!;
        return await Desk.BeginAsync(subject, ErasureBasis.All[0], "test", Token);
    }

    private async Task<PersonErasure> EraseAsync()
    {
        var begun = await BeginAsync();
        await FinishAsync(begun.Id);
        return (await Desk.FindAsync(begun.Id, Token))!;
    }

    private async Task FinishAsync(Guid erasure)
    {
        while (!await Desk.RunAsync(erasure, Token))
        {
            await Task.Yield();
        }

        Assert.NotNull((await Desk.FindAsync(erasure, Token))!.FinishedAt);
    }

    private async Task DoneAsync()
    {
        var (reader, after) = (_person.Get<IJournalReader>(), 0L);
        while (true)
        {
            var records = await reader.ReadAsync(after, 1000, Token);
            if (records.Any(record => Encoding.UTF8.GetString(record.Data.Span).Contains("\"person-erased\"", StringComparison.Ordinal)))
            {
                return;
            }

            after = records.Count > 0 ? records[^1].Sequence : after;
            await reader.WaitAsync(after, Token);
        }
    }

    // Everything that the gateway can still open, as text.
    private async Task<string> OpenedAsync()
    {
        var text = new StringBuilder();
        var rows = _person.Get<VehicleRows>();
        await _person.Get<Edge.Access.Vehicles.Storage.VehicleDatabase>().ReadAsync(
            file =>
            {
                var vehicles = rows.ReadAll(file);
                Add(vehicles.Select(vehicle => new { vehicle.Owner, vehicle.Unit, vehicle.Note, Host = vehicle.Grant?.Host, Details = rows.ReadDetails(file, vehicle.Id) }));
                Add(_person.Get<Edge.Access.Vehicles.MoveCar.NoticeRows>().List(file, pendingOnly: false, 1000).Select(notice => notice.Details));
                Add(_person.Get<Edge.Access.Vehicles.Parking.ParkingRows>().List(file, openOnly: false, 1000).Select(report => new { report.Place, report.Note }));
                return true;
            },
            Token);
        await _person.Get<Edge.Access.Grants.Storage.GrantDatabase>().ReadAsync(
            file =>
            {
                var (workers, _) = _person.Get<Edge.Access.Grants.Storage.WorkerRows>().ReadAll(file);
                Add(workers.Select(worker => new { worker.Name, worker.Consent, Phone = _person.Get<Edge.Access.Grants.Storage.WorkerRows>().Phone(file, worker.Id) }));
                Add(_person.Get<Edge.Access.Grants.Storage.GrantRows>().ReadAll(file).Grants.Select(grant => grant.Host));
                return true;
            },
            Token);
        Add(await _person.Get<IResidentDesk>().ListAsync(Token));
        Add(await _person.Get<ConsentLedger>().ListAsync(null, Token));
        Add(await _person.Get<IVehicleStays>().ListAsync(new StayFilter(), Token) is var stays ? stays.Select(stay => stay.Plate?.Text) : []);
        return text.ToString();

        void Add<T>(T value) => text.AppendLine(JsonSerializer.Serialize(value, PrivacyJson.Readable));
    }

    private async Task<IReadOnlyList<string>> RecordsAsync() =>
        [.. (await _person.Get<IJournalReader>().ReadAsync(0, 1000, Token)).Where(record => record.Kind == EventKind.Audit).Select(record => Encoding.UTF8.GetString(record.Data.Span))];
}
