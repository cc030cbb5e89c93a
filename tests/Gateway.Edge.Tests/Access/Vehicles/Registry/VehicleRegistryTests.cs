using System.Text;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Storage;
using Gateway.Edge.Secrets;
using Gateway.Edge.Storage;

namespace Gateway.Edge.Tests.Access.Vehicles.Registry;

public sealed class VehicleRegistryTests : IAsyncLifetime
{
    private readonly VehiclesFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _fixture.StartAsync();

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_registered_vehicle_opens_the_barrier_and_still_does_after_a_restart()
    {
        var vehicle = await _fixture.AddAsync(VehiclesFixture.Resident("京a·12345"));
        await _fixture.ReopenAsync();

        Assert.Equal(vehicle, await _fixture.Desk.ShowAsync(vehicle.Id, Stop));
        Assert.Equal((VehicleOutcome.OpenedResident, vehicle), (_fixture.Decide("京A12345").Outcome, _fixture.Decide("京A12345").Vehicle));
        Assert.Equal("138****0001", vehicle.MaskedPhone);
    }

    [Fact]
    public async Task A_grant_survives_a_restart_with_its_hours_and_the_entries_it_has_used()
    {
        var vehicle = await _fixture.AddAsync(_fixture.Visitor("京A12345", entries: 2, hoursOfWeek: "daily 00:00-24:00"));
        await _fixture.PassAsync("京A12345");
        await _fixture.ReopenAsync();

        var found = (await _fixture.Desk.ShowAsync(vehicle.Id, Stop))!;

        Assert.Equal((2, 1, 1, "daily 00:00-00:00", "3-1202"), (found.Grant!.Entries, found.Grant.EntriesUsed, found.EntriesLeft, found.Grant.Hours!.Text, found.Grant.Host));
        await _fixture.PassAsync("京A12345");
        Assert.Equal(VehicleOutcome.NoEntriesLeft, _fixture.Decide("京A12345").Outcome);
    }

    [Fact]
    public async Task A_renewed_window_counts_its_entries_anew_and_a_corrected_one_goes_on()
    {
        var draft = _fixture.Visitor("京A12345", hours: 4, entries: 2);
        var vehicle = await _fixture.AddAsync(draft);
        await _fixture.PassAsync("京A12345");
        await _fixture.PassAsync("京A12345", LaneDirection.Out);
        await _fixture.PassAsync("京A12345");
        await _fixture.PassAsync("京A12345", LaneDirection.Out);

        var longer = (await _fixture.Desk.ChangeAsync(vehicle.Id, draft with { Until = draft.Until!.Value.AddHours(2) }, VehiclesFixture.By, Stop))!.Vehicle;
        Assert.Equal((2, 0), (longer!.Grant!.EntriesUsed, longer.EntriesLeft));
        Assert.Equal(VehicleOutcome.NoEntriesLeft, _fixture.Decide("京A12345").Outcome);

        _fixture.Clock.Advance(TimeSpan.FromHours(7));
        var renewed = (await _fixture.Desk.ChangeAsync(vehicle.Id, _fixture.Visitor("京A12345", hours: 4, entries: 2), VehiclesFixture.By, Stop))!.Vehicle;
        Assert.Equal((0, 2), (renewed!.Grant!.EntriesUsed, renewed.EntriesLeft));
        Assert.Equal(VehicleOutcome.OpenedVisitor, _fixture.Decide("京A12345").Outcome);
    }

    [Fact]
    public async Task Names_numbers_and_notes_are_never_on_disk_in_the_clear()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345") with { Note = "银色轿车" });

        var bytes = _fixture.BytesOnDisk().AsSpan();

        Assert.True(bytes.IndexOf("京A12345"u8) >= 0);
        Assert.Equal((-1, -1, -1, -1), (bytes.IndexOf("13800000001"u8), bytes.IndexOf("王小明"u8), bytes.IndexOf("银色轿车"u8), bytes.IndexOf("0001"u8)));
    }

    [Fact]
    public async Task Removing_leaves_no_byte_of_it_and_the_barrier_forgets_it()
    {
        var vehicle = await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));

        Assert.True(await _fixture.Desk.RemoveAsync(vehicle.Id, VehiclesFixture.By, Stop));

        Assert.Equal(-1, _fixture.BytesOnDisk().AsSpan().IndexOf("京A12345"u8));
        Assert.Equal(-1, _fixture.BytesOnDisk().AsSpan().IndexOf(vehicle.Id.ToByteArray(bigEndian: true)));
        Assert.Equal(VehicleOutcome.Unknown, _fixture.Decide("京A12345").Outcome);
        Assert.False(await _fixture.Desk.RemoveAsync(vehicle.Id, VehiclesFixture.By, Stop));
    }

    [Fact]
    public async Task Every_change_is_an_audit_record_without_name_number_or_plate()
    {
        var vehicle = await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        await _fixture.Desk.ChangeAsync(vehicle.Id, VehiclesFixture.Resident("京A12346", phone: null), VehiclesFixture.By, Stop);
        await _fixture.Desk.RevealPhoneAsync(vehicle.Id, VehiclesFixture.By, Stop);
        await _fixture.Desk.DenyAsync(new VehicleDenial("京A12346", "欠费"), VehiclesFixture.By, Stop);
        await _fixture.Desk.RemoveAsync(vehicle.Id, VehiclesFixture.By, Stop);

        var records = await _fixture.RecordsAsync();

        string[] names = [VehicleAudit.Added, VehicleAudit.Changed, VehicleAudit.PhoneShown, VehicleAudit.Denied, VehicleAudit.Removed];
        Assert.Equal(names.Length, records.Count);
        Assert.All(names.Zip(records), pair => Assert.Contains($"\"{pair.First}\"", pair.Second, StringComparison.Ordinal));
        Assert.All(records, record => Assert.Contains(vehicle.Id.ToString(), record, StringComparison.Ordinal));
        string[] secrets = ["12345", "12346", "1380000", "u738B", "王", "欠费", "u6B20"];
        Assert.All(records, record => Assert.All(secrets, secret => Assert.DoesNotContain(secret, record, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Every_bad_field_is_named_at_once_in_both_languages_and_nothing_is_stored()
    {
        var draft = new VehicleDraft("京I12345", VehicleStanding.Visitor, "A\nB", new string('9', 40), "138", Hours: "sometimes", Entries: 0, PaidMinutes: -1);

        var change = await _fixture.Desk.AddAsync(draft, VehiclesFixture.By, Stop);

        Assert.Equal("plate owner unit phone host hours until entries paidMinutes", string.Join(' ', change.Refusals.Select(refusal => refusal.Field)));
        Assert.All(change.Refusals, refusal => Assert.True(refusal.Reason.Zh.Length > 4 && refusal.Reason.En.Length > 4));
        Assert.Empty(await _fixture.Desk.ListAsync(new VehicleFilter(), Stop));
        Assert.Equal(0, _fixture.Journal.LastSequence);
    }

    [Fact]
    public async Task What_only_guests_have_is_refused_to_residents_and_a_window_that_is_over_to_guests()
    {
        var resident = await _fixture.Desk.AddAsync(VehiclesFixture.Resident("京A12345") with { Entries = 1, Hours = "Mon 08:00-09:00" }, VehiclesFixture.By, Stop);
        var visitor = await _fixture.Desk.AddAsync(_fixture.Visitor("京A12345", hours: -1), VehiclesFixture.By, Stop);

        Assert.Equal(["hours", "entries"], resident.Refusals.Select(refusal => refusal.Field));
        Assert.Equal("over", Assert.Single(visitor.Refusals).Code);
    }

    [Fact]
    public async Task A_plate_is_registered_once_also_when_eight_try_at_the_same_moment()
    {
        var changes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => _fixture.Desk.AddAsync(VehiclesFixture.Resident("京A12345"), VehiclesFixture.By, Stop), Stop)));

        Assert.Single(changes, change => change.Vehicle is not null);
        Assert.All(changes.Where(change => change.Vehicle is null), change => Assert.Equal(VehicleRefusal.Taken, Assert.Single(change.Refusals).Code));
    }

    [Fact]
    public async Task A_full_registry_refuses_and_a_change_still_goes_through()
    {
        _fixture.Close();
        _fixture.Settings["Vehicles:MaximumVehicles"] = "1";
        await _fixture.StartAsync();
        var vehicle = await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));

        var refused = await _fixture.Desk.AddAsync(VehiclesFixture.Resident("京A12346"), VehiclesFixture.By, Stop);
        var changed = await _fixture.Desk.ChangeAsync(vehicle.Id, VehiclesFixture.Resident("京A12347"), VehiclesFixture.By, Stop);

        Assert.Equal("too-many", Assert.Single(refused.Refusals).Code);
        Assert.Equal("京A12347", changed!.Vehicle!.Plate.Text);
        Assert.Equal(VehicleOutcome.Unknown, _fixture.Decide("京A12345").Outcome);
    }

    [Theory]
    [InlineData(null, "13800000001")]
    [InlineData("138****0001", "13800000001")]
    [InlineData("+86 139-0000-0002", "13900000002")]
    [InlineData("", null)]
    public async Task A_number_is_kept_changed_or_removed_as_the_field_says(string? typed, string? stored)
    {
        var vehicle = await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));

        await _fixture.Desk.ChangeAsync(vehicle.Id, VehiclesFixture.Resident("京A12345", typed), VehiclesFixture.By, Stop);

        Assert.Equal(stored, await _fixture.Desk.RevealPhoneAsync(vehicle.Id, VehiclesFixture.By, Stop));
    }

    [Fact]
    public async Task Denying_takes_standing_and_grant_and_ends_when_it_should()
    {
        await _fixture.AddAsync(_fixture.Visitor("京A12345"));

        var denied = await _fixture.Desk.DenyAsync(new VehicleDenial("京A12345", "多次占用消防通道", _fixture.Now.AddHours(1)), VehiclesFixture.By, Stop);

        Assert.Equal((VehicleStanding.Denied, null, "多次占用消防通道", VehiclesFixture.By), (denied.Vehicle!.Standing, denied.Vehicle.Grant, denied.Vehicle.Note, denied.Vehicle.EnteredBy));
        Assert.Equal(VehicleOutcome.Denied, _fixture.Decide("京A12345").Outcome);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(VehicleOutcome.Unknown, _fixture.Decide("京A12345").Outcome);
    }

    [Fact]
    public async Task A_denial_needs_a_reason_under_the_name_that_the_field_has()
    {
        var change = await _fixture.Desk.DenyAsync(new VehicleDenial("京A12345", " "), VehiclesFixture.By, Stop);

        Assert.Equal("reason", Assert.Single(change.Refusals).Field);
    }

    [Theory]
    [InlineData("a1 23", 2)]
    [InlineData("３４５", 1)]
    [InlineData("1202", 1)]
    [InlineData("王", 1)]
    [InlineData("沪", 0)]
    [InlineData(null, 2)]
    public async Task Vehicles_are_found_by_part_of_plate_unit_and_name(string? search, int found)
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        await _fixture.AddAsync(_fixture.Visitor("京A12367") with { Host = "5-101" });

        Assert.Equal(found, (await _fixture.Desk.ListAsync(new VehicleFilter(search), Stop)).Count);
    }

    [Fact]
    public async Task One_row_that_cannot_be_opened_costs_one_vehicle_which_can_be_registered_again()
    {
        var broken = await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12346"));
        _fixture.Close();
        using (var file = VehicleSchema.Open(Path.Combine(_fixture.Data, "vehicles.db")))
        {
            file.Execute("UPDATE vehicle SET sealed = zeroblob(100) WHERE id = $id", ("$id", broken.Id.ToByteArray(bigEndian: true)));
        }

        await _fixture.StartAsync();

        Assert.Equal(VehicleOutcome.Unknown, _fixture.Decide("京A12345").Outcome);
        Assert.Equal(VehicleOutcome.OpenedResident, _fixture.Decide("京A12346").Outcome);
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        await _fixture.ReopenAsync();
        Assert.Equal(VehicleOutcome.OpenedResident, _fixture.Decide("京A12345").Outcome);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_set_aside_and_told_and_registering_goes_on()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        _fixture.Close();
        await File.WriteAllBytesAsync(Path.Combine(_fixture.Data, "vehicles.db"), new byte[8192], Stop);

        await _fixture.StartAsync();
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));

        Assert.Single(Directory.GetDirectories(_fixture.Data, "vehicles.damaged-*"));
        Assert.Contains(await _fixture.RecordsAsync(), record => record.Contains("vehicles-damaged", StringComparison.Ordinal));
        Assert.Equal(VehicleOutcome.OpenedResident, _fixture.Decide("京A12345").Outcome);
    }

    [Fact]
    public async Task A_record_that_the_journal_could_not_take_follows_after_a_restart()
    {
        await _fixture.AddAsync(VehiclesFixture.Resident("京A12345"));
        _fixture.Close();
        using (var file = VehicleSchema.Open(Path.Combine(_fixture.Data, "vehicles.db")))
        {
            file.Execute("INSERT INTO outbox (data) VALUES ($data)", ("$data", "{\"left\":true}"u8.ToArray()));
        }

        await _fixture.StartAsync();

        Assert.Equal("{\"left\":true}", (await _fixture.RecordsAsync())[^1]);
        await _fixture.ReopenAsync();
        Assert.Equal(2, _fixture.Journal.LastSequence);
    }

    [Fact]
    public async Task A_visitors_vehicle_is_erased_after_its_time_but_not_while_it_is_inside()
    {
        var gone = await _fixture.AddAsync(_fixture.Visitor("京A12345"));
        // Paid for so long that its stay does not end by itself.
        var inside = await _fixture.AddAsync(_fixture.Visitor("京A12346", paid: 40 * 24 * 60));
        var resident = await _fixture.AddAsync(VehiclesFixture.Resident("京A12347"));
        await _fixture.PassAsync("京A12346");
        var erasure = _fixture.Get<VehicleErasure>();

        _fixture.Clock.Advance(TimeSpan.FromDays(30));
        await erasure.EraseAsync(Stop);
        Assert.Equal(3, (await _fixture.Desk.ListAsync(new VehicleFilter(), Stop)).Count);
        _fixture.Clock.Advance(TimeSpan.FromHours(5));
        await erasure.EraseAsync(Stop);

        Assert.Equal([inside, resident], (await _fixture.Desk.ListAsync(new VehicleFilter(), Stop)).Select(vehicle => vehicle with { EntriesLeft = null, Grant = vehicle.Grant is null ? null : vehicle.Grant with { EntriesUsed = 0 } }));
        Assert.Equal(-1, _fixture.BytesOnDisk().AsSpan().IndexOf(gone.Id.ToByteArray(bigEndian: true)));
        await _fixture.PassAsync("京A12346", LaneDirection.Out);
        await erasure.EraseAsync(Stop);
        Assert.Equal([resident], await _fixture.Desk.ListAsync(new VehicleFilter(), Stop));
        Assert.Contains(await _fixture.RecordsAsync(), record => record.Contains(VehicleAudit.Erased, StringComparison.Ordinal));
    }

    [Fact]
    public void Sealed_details_do_not_open_in_another_row()
    {
        var people = new PersonalData(new byte[32]);
        var (mine, other) = (Guid.NewGuid(), Guid.NewGuid());
        var (key, box) = people.Seal("vehicle", mine, new VehicleDetails("王小明", null, null, null, null));

        Assert.Equal("王小明", people.Open<VehicleDetails>("vehicle", mine, key, box).Owner);
        Assert.Throws<Edge.Secrets.SecretFaultException>(() => people.Open<VehicleDetails>("vehicle", other, key, box));
        Assert.Throws<Edge.Secrets.SecretFaultException>(() => people.Open<VehicleDetails>("notice", mine, key, box));
        Assert.DoesNotContain("小明", Encoding.UTF8.GetString(box), StringComparison.Ordinal);
    }
}
