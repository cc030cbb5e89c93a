using System.Text;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Alerts.Grants;
using Gateway.Edge.Tests.Access.Residents;

namespace Gateway.Edge.Tests.Access.Grants.Registry;

public sealed class GrantRegistryTests : IDisposable
{
    private readonly GrantsFixture _fixture = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Granted_plumber_is_recognised_let_in_and_refused_after_the_end()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Face = GrantsFixture.Face(7) });

        Assert.Equal((GrantState.Running, "水电工", "138****0001"), (view.State, view.Tag.Zh, view.Worker.MaskedPhone));
        Assert.Equal(view.Worker.Id, _fixture.Recognise(7));
        Assert.True(_fixture.Decide(view.Worker.Id).Opens);

        _fixture.Clock.Advance(TimeSpan.FromHours(2));

        // By time alone, before anybody has noted the end.
        var refused = Assert.IsType<PassageDecision.Refused>(_fixture.Decide(view.Worker.Id));
        Assert.Equal((RefusalCause.GrantEnded, view.Grant.Id), (refused.Cause, refused.Grant!.Id));
        Assert.StartsWith("王师傅(水电工)的授权 18:00 已结束", refused.Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_erases_face_and_photo_from_gallery_and_disk_with_a_receipt()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Face = GrantsFixture.Face(7) });
        _fixture.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(1, await _fixture.Ends.EndDueAsync(Stop));

        Assert.Null(_fixture.Recognise(7));
        var report = await _fixture.Desk.ShowAsync(view.Grant.Id, Stop);
        Assert.Equal((GrantState.Ended, 0), (report!.View.State, report.View.Worker.Templates));
        var receipt = Assert.Single(report.Receipts);
        Assert.Equal(("gateway", true, _fixture.Now), (receipt.Device, receipt.Erased, receipt.ConfirmedAt));
        var records = await _fixture.RecordsAsync();
        Assert.Contains(records, record => record.Kind == EventKind.Grant && Text(record.Data).Contains(GrantData.FaceErased, StringComparison.Ordinal));
        Assert.Contains(records, record => record.Kind == EventKind.Audit && Text(record.Data).Contains(GrantAudit.Ended, StringComparison.Ordinal));
        Assert.Equal(0, await _fixture.Ends.EndDueAsync(Stop));
    }

    [Fact]
    public async Task Face_stays_while_another_grant_needs_it()
    {
        await _fixture.StartAsync();
        var first = await _fixture.AddAsync(_fixture.Plumber() with { Face = GrantsFixture.Face(7) });
        var second = await _fixture.AddAsync(_fixture.Plumber(hours: 5) with { Worker = first.Worker.Id, Name = null, Host = "工单 17" });

        await _fixture.Desk.RevokeAsync(first.Grant.Id, GrantsFixture.By, Stop);

        Assert.Equal(first.Worker.Id, _fixture.Recognise(7));
        Assert.Equal(second.Grant.Id, _fixture.Decide(first.Worker.Id).Grant!.Id);
        await _fixture.Desk.RevokeAsync(second.Grant.Id, GrantsFixture.By, Stop);
        Assert.Null(_fixture.Recognise(7));
    }

    [Fact]
    public async Task Revoked_grant_is_refused_at_the_next_face_and_stays_revoked()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber());

        var change = await _fixture.Desk.RevokeAsync(view.Grant.Id, GrantsFixture.By, Stop);

        Assert.Equal(GrantState.Revoked, change!.Grant!.State);
        Assert.Equal(RefusalCause.GrantRevoked, Assert.IsType<PassageDecision.Refused>(_fixture.Decide(view.Worker.Id)).Cause);
        Assert.Equal("ended", Assert.Single((await _fixture.Desk.RevokeAsync(view.Grant.Id, GrantsFixture.By, Stop))!.Refusals).Code);
        Assert.Equal("revoked", Assert.Single((await _fixture.Desk.RenewAsync(view.Grant.Id, _fixture.Now.AddDays(1), GrantsFixture.By, Stop))!.Refusals).Code);
        await _fixture.ReopenAsync();
        Assert.Equal(RefusalCause.GrantRevoked, Assert.IsType<PassageDecision.Refused>(_fixture.Decide(view.Worker.Id)).Cause);
        Assert.Null(await _fixture.Desk.RevokeAsync(Guid.NewGuid(), GrantsFixture.By, Stop));
    }

    [Fact]
    public async Task Renewed_and_shortened_grants_end_when_they_say()
    {
        await _fixture.StartAsync();
        var id = (await _fixture.AddAsync(_fixture.Plumber())).Grant.Id;
        var worker = _fixture.Book.Now.Find(id)!.Worker;

        Assert.NotNull((await _fixture.Desk.RenewAsync(id, _fixture.Now.AddHours(6), GrantsFixture.By, Stop))!.Grant);
        _fixture.Clock.Advance(TimeSpan.FromHours(3));
        Assert.True(_fixture.Decide(worker).Opens);
        Assert.NotNull((await _fixture.Desk.ShortenAsync(id, _fixture.Now.AddHours(1), GrantsFixture.By, Stop))!.Grant);
        _fixture.Clock.Advance(TimeSpan.FromHours(1));
        Assert.False(_fixture.Decide(worker).Opens);
// Renewed after its end by time: lets in again.
        Assert.NotNull((await _fixture.Desk.RenewAsync(id, _fixture.Now.AddHours(1), GrantsFixture.By, Stop))!.Grant);
        Assert.True(_fixture.Decide(worker).Opens);
        Assert.Equal("not-later", Assert.Single((await _fixture.Desk.RenewAsync(id, _fixture.Now.AddMinutes(1), GrantsFixture.By, Stop))!.Refusals).Code);
        Assert.Equal("not-earlier", Assert.Single((await _fixture.Desk.ShortenAsync(id, _fixture.Now.AddDays(1), GrantsFixture.By, Stop))!.Refusals).Code);
        Assert.Equal("over", Assert.Single((await _fixture.Desk.ShortenAsync(id, _fixture.Now, GrantsFixture.By, Stop))!.Refusals).Code);
        Assert.Null(await _fixture.Desk.RenewAsync(Guid.NewGuid(), _fixture.Now.AddHours(1), GrantsFixture.By, Stop));
    }

    [Fact]
    public async Task Grant_whose_end_came_while_the_gateway_was_down_is_over_before_any_gate_asks()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Face = GrantsFixture.Face(7) });
        _fixture.Close();
        _fixture.Clock.Advance(TimeSpan.FromDays(3));

        await _fixture.ReopenAsync();

        Assert.Null(_fixture.Recognise(7));
        Assert.Equal(_fixture.Now, _fixture.Book.Now.Find(view.Grant.Id)!.EndedAt);
        // The clock turns out to have been wrong: what has ended stays ended.
        _fixture.Clock.SetWall(TimeSpan.FromDays(-3));
        Assert.Equal(RefusalCause.GrantEnded, Assert.IsType<PassageDecision.Refused>(_fixture.Decide(view.Worker.Id)).Cause);
    }

    [Fact]
    public async Task Live_grant_and_its_face_are_known_again_after_a_restart()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Face = GrantsFixture.Face(7), Entries = 3, Hours = "daily 00:00-24:00", Gates = ["east"] });
        _fixture.Get<GrantEntries>().Entered(view.Grant.Id, "east", _fixture.Now);
        await _fixture.Get<GrantEntries>().StartAsync(Stop);
        await _fixture.Get<GrantEntries>().StopAsync(Stop);

        await _fixture.ReopenAsync();

        Assert.Equal(view.Worker.Id, _fixture.Recognise(7));
        Assert.True(_fixture.Decide(view.Worker.Id).Opens);
        Assert.Equal(RefusalCause.WrongGate, Assert.IsType<PassageDecision.Refused>(_fixture.Decide(view.Worker.Id, "west")).Cause);
        Assert.Equal(2, _fixture.Book.Now.Find(view.Grant.Id)!.EntriesLeft);
    }

    [Fact]
    public async Task Names_numbers_hosts_and_faces_lie_sealed_on_the_disk_and_in_no_record()
    {
        _fixture.Settings["Grants:ExitGates:0"] = "out";
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Face = GrantsFixture.Face(7), Host = "三号楼陈女士" });
        _fixture.Get<GrantEntries>().Entered(view.Grant.Id, "east", _fixture.Now);
        _fixture.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, _fixture.Get<OverstayWatch>().Look());
        await _fixture.Get<GrantFindings>().StartAsync(Stop);
        await _fixture.Get<GrantFindings>().StopAsync(Stop);
        await _fixture.Desk.RevokeAsync(view.Grant.Id, GrantsFixture.By, Stop);

        var disk = _fixture.BytesOnDisk();
        var records = string.Concat((await _fixture.RecordsAsync()).Select(record => Text(record.Data)));
        Assert.Contains(GrantData.Overstay, records, StringComparison.Ordinal);
        Assert.All(
            new[] { "王建国", "13800000001", "三号楼陈女士" },
            secret =>
            {
                Assert.Equal(-1, disk.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)));
                Assert.DoesNotContain(secret, System.Text.RegularExpressions.Regex.Unescape(records), StringComparison.Ordinal);
            });
        Assert.Equal(-1, disk.AsSpan().IndexOf(MadeUpFaces.Photo(7)));
    }

    [Fact]
    public async Task Everything_that_cannot_be_used_is_refused_field_by_field_and_nothing_is_kept()
    {
        _fixture.Devices.Gates = ["east"];
        await _fixture.StartAsync();
        var draft = new GrantDraft(
            "", " ", _fixture.Now.AddHours(-1), Name: "", Phone: "x", Gates: ["north"], Areas: ["cellar"], From: _fixture.Now.AddHours(-2), Hours: "late", Entries: 0,
            Holidays: (HolidayRule)9, Face: new FaceOffer([], "", "v9"));

        var change = await _fixture.Desk.AddAsync(draft, GrantsFixture.By, Stop);

        Assert.Null(change.Grant);
        Assert.Equal(
            ["areas", "consentBy", "consentText", "entries", "gates", "holidays", "host", "hours", "name", "phone", "photos", "tag", "until"],
            change.Refusals.Select(refusal => refusal.Field).Order(StringComparer.Ordinal));
        Assert.Equal(0, _fixture.Book.Now.Count);
        Assert.Equal("unknown", Assert.Single((await _fixture.Desk.AddAsync(_fixture.Plumber() with { Worker = Guid.NewGuid() }, GrantsFixture.By, Stop)).Refusals).Code);
        Assert.Equal("no-face", Assert.Single((await _fixture.Desk.AddAsync(
            _fixture.Plumber() with { Face = new FaceOffer([[1, 2, 3]], "王建国", "v1") }, GrantsFixture.By, Stop)).Refusals).Code);
    }

    [Fact]
    public async Task Vehicles_come_and_go_with_the_grant()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Plates = ["京A12345"] });
        var vehicle = await _fixture.Vehicles.ShowAsync(Assert.Single(view.Grant.Vehicles), Stop);
        Assert.Equal((VehicleStanding.Worker, view.Grant.Until), (vehicle!.Standing, vehicle.Until));

        await _fixture.Desk.RenewAsync(view.Grant.Id, _fixture.Now.AddHours(5), GrantsFixture.By, Stop);
        Assert.Equal(_fixture.Now.AddHours(5), (await _fixture.Vehicles.ShowAsync(vehicle.Id, Stop))!.Until);

        var taken = await _fixture.Desk.AddAsync(_fixture.Plumber() with { Plates = ["京B12345", "京A12345", "bad"] }, GrantsFixture.By, Stop);
        Assert.Equal(["plates[1]", "plates[2]"], taken.Refusals.Select(refusal => refusal.Field));

        await _fixture.Desk.RevokeAsync(view.Grant.Id, GrantsFixture.By, Stop);
        Assert.Empty(await _fixture.Vehicles.ListAsync(new(), Stop));
    }

    [Fact]
    public async Task Own_word_of_the_compound_is_a_tag_too()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber() with { Tag = "电梯年检" });

        Assert.Equal(("电梯年检", "电梯年检"), (view.Tag.Zh, view.Grant.Tag));
        Assert.Single(await _fixture.Desk.ListAsync(new GrantFilter("年检"), Stop));
        Assert.Empty(await _fixture.Desk.ListAsync(new GrantFilter(State: GrantState.Coming), Stop));
    }

    [Fact]
    public async Task Grant_that_has_been_over_for_long_is_erased_with_its_worker()
    {
        await _fixture.StartAsync();
        var view = await _fixture.AddAsync(_fixture.Plumber());
        _fixture.Clock.Advance(TimeSpan.FromHours(3));
        await _fixture.Ends.EndDueAsync(Stop);
        var erasure = _fixture.Get<GrantErasure>();

        Assert.Equal(0, await erasure.EraseAsync(Stop));
        _fixture.Clock.Advance(TimeSpan.FromDays(91));
        Assert.Equal(1, await erasure.EraseAsync(Stop));

        Assert.Null(await _fixture.Desk.ShowAsync(view.Grant.Id, Stop));
        await _fixture.ReopenAsync();
        Assert.Equal((0, 0), (_fixture.Book.Now.Count, _fixture.Book.Now.Workers.Count()));
    }

    private static string Text(ReadOnlyMemory<byte> data) => Encoding.UTF8.GetString(data.Span);
}
