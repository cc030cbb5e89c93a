using System.Text;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Access.Visitors;
using Gateway.Edge.Tests.Access.Grants;

namespace Gateway.Edge.Tests.Access.Visitors;

public sealed class VisitDeskTests : IAsyncLifetime
{
    private readonly VisitorBench _bench = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _bench.StartAsync();

    public ValueTask DisposeAsync()
    {
        _bench.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Link_tells_flat_and_masked_name_of_the_host_and_nothing_else_of_them()
    {
        var (view, key) = await _bench.InviteAsync();

        var visit = _bench.Visits.Open(key)!;

        Assert.Equal(("3-1202", "王*", "李雷", view.Until, false), (visit.HostUnit, visit.HostName, visit.Name, visit.Until, visit.HasFace));
        Assert.NotNull(_bench.Grants.Get<PassBook>().Find(visit.Pass!.Value));
        foreach (var wrong in (string?[])[null, "", key[..^1], key + "A", VisitKey.HashOf(key), new string('A', 32), new string('A', 100_000)])
        {
            Assert.Null(_bench.Visits.Open(wrong));
        }
    }

    [Fact]
    public async Task Face_is_enrolled_with_the_visitors_own_consent_and_erased_at_the_end_with_its_record()
    {
        var (view, key) = await _bench.InviteAsync();
        Assert.Equal("missing", Assert.Single((await _bench.GiveFaceAsync(key, 7, consents: false))!).Code);
        Assert.Null(_bench.Grants.Recognise(7));

        Assert.Empty((await _bench.GiveFaceAsync(key, 7))!);

        Assert.Equal(_bench.Worker(view.Id), _bench.Grants.Recognise(7));
        Assert.True(_bench.Visits.Open(key)!.HasFace);
        var consent = _bench.Grants.Book.Now.Worker(_bench.Worker(view.Id))!.Consent!;
        Assert.Equal(("李雷", VisitConsent.Version, _bench.Now, null), (consent.By, consent.TextVersion, consent.At, consent.WithdrawnAt));
        await _bench.ReopenAsync();
        Assert.Equal(_bench.Worker(view.Id), _bench.Grants.Recognise(7));

        _bench.Grants.Clock.Advance(TimeSpan.FromHours(2));
        await _bench.Grants.Ends.EndDueAsync(Stop);

        Assert.Null(_bench.Grants.Recognise(7));
        Assert.Equal(0, _bench.Grants.Book.Now.Worker(_bench.Worker(view.Id))!.Templates);
        var records = (await _bench.Grants.RecordsAsync()).Select(record => Encoding.UTF8.GetString(record.Data.Span)).ToList();
        Assert.Contains(records, record => record.Contains(GrantAudit.FaceGiven, StringComparison.Ordinal) && record.Contains("\"visitor\"", StringComparison.Ordinal));
        Assert.Contains(records, record => record.Contains(GrantAudit.FaceErased, StringComparison.Ordinal));
        Assert.Null(await _bench.GiveFaceAsync(key, 7));
    }

    [Fact]
    public async Task Photo_that_cannot_be_used_is_refused_in_plain_words_and_the_code_goes_on()
    {
        var (view, key) = await _bench.InviteAsync();

        var refusal = Assert.Single((await _bench.Visits.GiveFaceAsync(key, [.. "no face"u8], consents: true, VisitDesk.By, Stop))!);

        Assert.Equal(("photo", "照片中没有人脸，请换一张。"), (refusal.Field, refusal.Reason.Zh));
        Assert.Equal("size", Assert.Single((await _bench.Visits.GiveFaceAsync(key, photo: null, consents: true, VisitDesk.By, Stop))!).Code);
        Assert.Equal("size", Assert.Single((await _bench.Visits.GiveFaceAsync(key, new byte[_bench.Visits.LargestPhoto + 1], consents: true, VisitDesk.By, Stop))!).Code);
        Assert.True(_bench.Decide(view.Id).Opens);
        Assert.NotNull(_bench.Visits.Open(key)!.Pass);
    }

    [Fact]
    public async Task Photo_of_a_resident_is_refused_without_telling_that_they_live_here()
    {
        var (_, key) = await _bench.InviteAsync();

        var refusal = Assert.Single((await _bench.GiveFaceAsync(key, 1))!);

        Assert.Equal("unsuitable", refusal.Code);
        Assert.DoesNotContain("王", refusal.Reason.Zh, StringComparison.Ordinal);
        Assert.Equal(_bench.Host.Id, _bench.Grants.Recognise(1));
    }

    [Fact]
    public async Task Photos_are_looked_at_so_many_times_and_no_more()
    {
        var (_, key) = await _bench.InviteAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.NotEqual("tries", Assert.Single((await _bench.Visits.GiveFaceAsync(key, [1, 2, 3], consents: true, VisitDesk.By, Stop))!).Code);
        }

        Assert.Equal("tries", Assert.Single((await _bench.GiveFaceAsync(key, 7))!).Code);
        Assert.Null(_bench.Grants.Recognise(7));
    }

    [Fact]
    public async Task Withdrawn_consent_erases_the_face_tells_every_device_anew_and_leaves_the_code()
    {
        var device = new FakeTerminal("terminal");
        _bench.Grants.Devices.Devices.Add(device);
        var (view, key) = await _bench.InviteAsync();
        await _bench.GiveFaceAsync(key, 7);
        Assert.Equal("face-there", Assert.Single((await _bench.GiveFaceAsync(key, 8))!).Code);
        await _bench.Grants.Receipts.BringAsync(Stop);
        Assert.Empty(Outstanding(view.Id));

        Assert.True(await _bench.Visits.TakeFaceAsync(key, VisitDesk.By, Stop));

        Assert.Null(_bench.Grants.Recognise(7));
        Assert.Equal(["terminal"], Outstanding(view.Id));
        await _bench.Grants.Receipts.BringAsync(Stop);
        Assert.Empty(Outstanding(view.Id));
        Assert.True(_bench.Decide(view.Id).Opens);
        Assert.NotNull(_bench.Visits.Open(key)!.Pass);
        await _bench.ReopenAsync();
        Assert.Null(_bench.Grants.Recognise(7));
        Assert.Empty((await _bench.GiveFaceAsync(key, 8))!);
        Assert.Equal(_bench.Worker(view.Id), _bench.Grants.Recognise(8));
    }

    [Fact]
    public async Task Visitor_who_wants_nothing_kept_is_erased_once_each_device_has_confirmed()
    {
        var device = new FakeTerminal("terminal");
        _bench.Grants.Devices.Devices.Add(device);
        var (view, key) = await _bench.InviteAsync();
        await _bench.GiveFaceAsync(key, 7);
        var pass = _bench.Visits.Open(key)!.Pass!.Value;

        Assert.True(await _bench.Visits.ForgetAsync(key, VisitDesk.By, Stop));

        Assert.Null(_bench.Visits.Open(key));
        Assert.False(await _bench.Visits.ForgetAsync(key, VisitDesk.By, Stop));
        Assert.Null(_bench.Grants.Recognise(7));
        Assert.NotNull(_bench.Grants.Get<PassBook>().Find(pass)!.Revoked);
        Assert.Equal(RefusalCause.GrantRevoked, Assert.IsType<PassageDecision.Refused>(_bench.Decide(view.Id)).Cause);
        Assert.Empty(_bench.Views.List());
        await _bench.LookAsync();
        Assert.NotNull(_bench.Grants.Book.Now.Find(view.Id));
        await _bench.Grants.Receipts.BringAsync(Stop);
        await _bench.LookAsync();
        Assert.Null(_bench.Grants.Book.Now.Find(view.Id));
        await _bench.LookAsync();
        Assert.Empty(_bench.Grants.Get<InvitationBook>().All);
        Assert.DoesNotContain(VisitKey.HashOf(key), await _bench.EverythingAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_between_the_wish_to_be_forgotten_and_the_end_is_caught_up_with()
    {
        var (view, key) = await _bench.InviteAsync();
        var book = _bench.Grants.Get<InvitationBook>();
        book.Put(book.OfKey(key)! with { Forget = true });
        await _bench.ReopenAsync();

        Assert.Null(_bench.Visits.Open(key));
        await _bench.LookAsync();
        await _bench.LookAsync();
        Assert.Null(_bench.Grants.Book.Now.Find(view.Id));
    }

    [Fact]
    public async Task Damaged_file_of_invitations_costs_the_links_and_nobody_the_way_in()
    {
        var (view, key) = await _bench.InviteAsync();
        _bench.Grants.Close();
        await File.WriteAllTextAsync(Path.Combine(_bench.Grants.Data, "visitors.db"), new string('x', 5000), Stop);
        foreach (var log in Directory.GetFiles(_bench.Grants.Data, "visitors.db-*"))
        {
            File.Delete(log);
        }

        await _bench.ReopenAsync();

        Assert.Null(_bench.Visits.Open(key));
        Assert.True(_bench.Decide(view.Id).Opens);
        Assert.NotEmpty(Directory.GetDirectories(_bench.Grants.Data, "visitors.damaged-*"));
        await _bench.InviteAsync();
    }

    [Fact]
    public async Task Lost_grants_cost_no_link_that_a_backup_may_bring_back()
    {
        var (_, key) = await _bench.InviteAsync();
        _bench.Grants.Book.IsComplete = false;
        _bench.Grants.Book.Change(_ => GrantSnapshot.Empty);

        await _bench.LookAsync();

        Assert.NotNull(_bench.Grants.Get<InvitationBook>().OfKey(key));
        Assert.Null(_bench.Visits.Open(key));
    }

    private IReadOnlyList<string> Outstanding(Guid invitation) => _bench.Grants.Get<ReceiptLedger>().Outstanding(_bench.Grants.Book.Now.Find(invitation)!);
}
