using System.Net;
using System.Text;
using System.Text.Json;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Accounts;
using Gateway.Edge.Alerts.Strangers;
using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Alerts.Strangers.Visits;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Strangers;

/// <summary>Who may see and say what about strangers, and what of it is on record.</summary>
public sealed class StrangersAccessTests : IAsyncLifetime
{
    private StrangersUnderTest _strangers = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _strangers = await StrangersUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _strangers.DisposeAsync();

    [Theory(Timeout = 60_000)]
    [InlineData(AccountRole.Administrator, true)]
    [InlineData(AccountRole.PropertyManager, true)]
    [InlineData(AccountRole.Guard, true)]
    [InlineData(AccountRole.Auditor, false)]
    public async Task Role_that_may_look_sees_the_picture_on_record_and_the_auditor_squares(AccountRole role, bool mayLook)
    {
        using var browser = new FormBrowser(_strangers.Console.Address);
        await _strangers.Console.AccountAsync(role, TimeProvider.System.GetUtcNow().AddDays(-1));
        (await browser.SignInAsync(_strangers.Console, role: role)).Dispose();
        var id = await _strangers.SeeAsync(1, 5);

        using var clear = await browser.GetAsync($"/strangers/{id}/portrait.jpg");
        using var again = await browser.GetAsync($"/strangers/{id}/portrait.jpg");
        using var blurred = await browser.GetAsync($"/strangers/{id}/blurred.jpg");
        var page = await (await browser.GetAsync("/strangers")).Content.ReadAsStringAsync(Token);

        Assert.Equal(mayLook ? HttpStatusCode.OK : HttpStatusCode.Forbidden, clear.StatusCode);
        Assert.Equal(mayLook, page.Contains($"/strangers/{id}/portrait.jpg", StringComparison.Ordinal));
        Assert.Equal(mayLook, page.Contains($"/strangers/{id}/feedback", StringComparison.Ordinal));
        Assert.Equal(!mayLook, page.Contains($"/strangers/{id}/blurred.jpg", StringComparison.Ordinal));
        Assert.Equal(96, JpegCodec.ReadHeader(await blurred.Content.ReadAsByteArrayAsync(Token)).Width);
        Assert.True(blurred.Headers.CacheControl!.NoStore);
        Assert.Equal(mayLook ? 1 : 0, (await AuditsAsync()).Count(text => text.Contains("stranger-look", StringComparison.Ordinal)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Installer_and_nobody_see_nothing()
    {
        var id = await _strangers.SeeAsync(1, 5);
        using var browser = new FormBrowser(_strangers.Console.Address);
        foreach (var path in (string[])[$"/strangers/{id}/portrait.jpg", $"/strangers/{id}/blurred.jpg"])
        {
            using var answer = await browser.GetAsync(path);
            Assert.NotEqual("image/jpeg", answer.Content.Headers.ContentType?.MediaType);
        }

        (await browser.SignInAsync(_strangers.Console, role: AccountRole.Installer)).Dispose();
        using var page = await browser.GetAsync("/strangers");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task Guard_sees_nothing_from_before_the_role()
    {
        var before = await _strangers.SeeAsync(1, 3600);
        using var browser = new FormBrowser(_strangers.Console.Address);
        (await browser.SignInAsync(_strangers.Console, role: AccountRole.Guard)).Dispose();

        using var picture = await browser.GetAsync($"/strangers/{before}/portrait.jpg");
        using var said = await browser.PostAsync("/account", $"/strangers/{before}/feedback", ("verdict", "Visitor"));
        var page = await (await browser.GetAsync("/strangers")).Content.ReadAsStringAsync(Token);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (picture.StatusCode, said.StatusCode));
        Assert.DoesNotContain(before.ToString(), page, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Verdict_is_kept_and_on_record_once_with_who_and_the_auditor_gives_none()
    {
        var id = await _strangers.SeeAsync(1, 5, luma: 40);
        using var browser = new FormBrowser(_strangers.Console.Address);
        (await browser.SignInAsync(_strangers.Console, role: AccountRole.PropertyManager)).Dispose();

        using var first = await SayAsync(browser, id, "NotRecognised");
        using var same = await SayAsync(browser, id, "NotRecognised");
        var kept = _strangers.Store.FeedbackOf(id)!;
        using var other = await SayAsync(browser, id, "FalseAlarm");

        Assert.Equal((HttpStatusCode.Found, $"/strangers?gate=gate-east#visit-{id}"), (first.StatusCode, first.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.Found, same.StatusCode);
        Assert.Equal(StrangerVerdict.NotRecognised, kept.Verdict);
        Assert.StartsWith("propertymanager, ", kept.By, StringComparison.Ordinal);
        Assert.True(kept.View!.IsDark);
        Assert.Equal(StrangerVerdict.FalseAlarm, _strangers.Store.FeedbackOf(id)!.Verdict);
        Assert.Equal(2, (await AuditsAsync()).Count(text => text.Contains(FeedbackDesk.Deed, StringComparison.Ordinal)));
        using var undone = await SayAsync(browser, id, "none");
        Assert.Null(_strangers.Store.FeedbackOf(id));
        Assert.Equal(3, (await AuditsAsync()).Count(text => text.Contains(FeedbackDesk.Deed, StringComparison.Ordinal)));

        using var auditor = new FormBrowser(_strangers.Console.Address);
        (await auditor.SignInAsync(_strangers.Console, role: AccountRole.Auditor)).Dispose();
        using var refused = await SayAsync(auditor, id, "FalseAlarm");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("FalseAlarm", false, HttpStatusCode.BadRequest)]
    [InlineData("Nonsense", true, HttpStatusCode.BadRequest)]
    [InlineData("7", true, HttpStatusCode.BadRequest)]
    [InlineData("", true, HttpStatusCode.BadRequest)]
    public async Task Verdict_without_a_token_or_that_is_none_is_refused(string verdict, bool token, HttpStatusCode expected)
    {
        var id = await _strangers.SeeAsync(1, 5);
        using var browser = new FormBrowser(_strangers.Console.Address);
        (await browser.SignInAsync(_strangers.Console, role: AccountRole.PropertyManager)).Dispose();

        using var answer = await browser.PostAsync(token ? "/strangers" : "/strangers.css", $"/strangers/{id}/feedback", ("verdict", verdict));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Null(_strangers.Store.FeedbackOf(id));
    }

    [Theory(Timeout = 60_000)]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    [InlineData("?\\elsewhere")]
    [InlineData("?a\nb")]
    public async Task Way_back_leads_nowhere_else(string back)
    {
        var id = await _strangers.SeeAsync(1, 5);
        using var browser = new FormBrowser(_strangers.Console.Address);
        (await browser.SignInAsync(_strangers.Console, role: AccountRole.PropertyManager)).Dispose();

        using var answer = await browser.PostAsync("/strangers", $"/strangers/{id}/feedback", ("verdict", "Visitor"), ("back", back));

        Assert.Equal($"/strangers#visit-{id}", answer.Headers.Location!.ToString());
    }

    [Fact(Timeout = 60_000)]
    public async Task Nothing_in_the_journal_tells_label_or_returns_and_lingering_is_told_once()
    {
        await _strangers.FillAsync();
        var label = Assert.Single(_strangers.Console.App.Services.GetRequiredService<ReturningFaces>().All);
        var records = await ReadAsync();

        var lingering = Assert.Single(records, record => record is { Kind: EventKind.Stranger, Priority: EventPriority.Normal });
        Assert.Contains("徘徊约 3 分钟", JsonSerializer.Deserialize<StrangerData>(lingering.Data.Span, JsonSerializerOptions.Web)!.Reason.Zh, StringComparison.Ordinal);
        Assert.All(records, record =>
        {
            var text = Encoding.UTF8.GetString(record.Data.Span);
            Assert.DoesNotContain(label.Label, text, StringComparison.Ordinal);
            Assert.DoesNotContain(label.Id.ToString(), text, StringComparison.Ordinal);
        });
    }

    [Fact(Timeout = 60_000)]
    public async Task Face_that_stays_in_view_counts_as_no_sighting_and_yet_lingers()
    {
        var alerts = _strangers.Console.App.Services.GetRequiredService<StrangerAlerts>();
        await _strangers.SeeAsync(1, 240);
        var visit = _strangers.Store.List(new VisitFilter())[0];
        var stays = new Sighting(visit.Raised.Gate, visit.Raised.Name, Tests.Alerts.Strangers.Faces.Unit(1), ReadOnlyMemory<byte>.Empty, 0, visit.First);
        for (var seconds = 20; seconds <= 200; seconds += 20)
        {
            await alerts.StaysAsync(stays with { At = visit.First.AddSeconds(seconds) }, Token);
        }

        await alerts.StaysAsync(stays with { Embedding = Tests.Alerts.Strangers.Faces.Unit(2) }, Token);

        var told = (await ReadAsync()).Where(record => record.Kind == EventKind.Stranger).ToList();
        Assert.Equal([EventPriority.High, EventPriority.Normal], told.Select(record => record.Priority));
        Assert.All(told, record => Assert.Contains("\"sightings\":1", Encoding.UTF8.GetString(record.Data.Span), StringComparison.Ordinal));
        Assert.Single(_strangers.Store.List(new VisitFilter()));
    }

    private static Task<HttpResponseMessage> SayAsync(FormBrowser browser, Guid visit, string verdict) =>
        browser.PostAsync("/strangers", $"/strangers/{visit}/feedback", ("verdict", verdict), ("back", "?gate=gate-east"));

    private async Task<IReadOnlyList<JournalRecord>> ReadAsync() =>
        await _strangers.Console.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 10_000, Token);

    private async Task<IEnumerable<string>> AuditsAsync() =>
        (await ReadAsync()).Where(record => record.Kind == EventKind.Audit).Select(record => Encoding.UTF8.GetString(record.Data.Span));
}
