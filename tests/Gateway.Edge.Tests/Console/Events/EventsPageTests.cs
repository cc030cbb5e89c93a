using System.Net;
using System.Text.RegularExpressions;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Accounts;
using Gateway.Edge.Digest;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.Events;

/// <summary>The history of all kinds: found by what one knows, by whom one may ask for, and carried away as a file.</summary>
public sealed class EventsPageTests : IAsyncLifetime
{
    private static readonly Guid s_person = Guid.Parse("0197a000-0000-7000-8000-000000000001");
    private static readonly LocalizedText s_gate = new("东门", "East gate");
    private static readonly LocalizedText s_barrier = new("东门道闸", "East barrier");

    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync();
        await PassageAsync(PassageOutcome.OpenedResident, "王*", person: s_person);
        await PassageAsync(PassageOutcome.Refused, null);
        await PassageAsync(PassageOutcome.OpenedTemporaryWorker, "李*", new("水电工", "plumber"));
        await VehicleAsync("京A12345");
        await VehicleAsync("沪B55555");
        await AppendAsync(EventKind.Fire, EventPriority.Emergency, "shed-1", new FireData("shed-1", null, null, null, "smoke", new("=HYPERLINK(\"x\")", "Smoke"), DateTimeOffset.UnixEpoch, "i", null, null, false));
        await _gateway.Journal.AppendAsync(new JournalEntry(EventKind.PortraitLock, EventPriority.Info, "gate-east", "[]"u8.ToArray(), []), Token);
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory(Timeout = 120_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Everything_is_found_by_kind_device_outcome_plate_tag_and_time_with_the_digest_and_before_it_is_made(bool isDigested)
    {
        if (isDigested)
        {
            await _gateway.App.Services.GetRequiredService<DigestKeeper>().CatchUpAsync(Token);
        }

        using var browser = await SignedInAsync();
        Assert.Equal(3, await CountAsync(browser, "/history?kind=passage"));
        Assert.Equal(2, await CountAsync(browser, "/history?kind=vehicle"));
        Assert.Equal(1, await CountAsync(browser, "/history?outcome=Refused"));
        Assert.Equal(1, await CountAsync(browser, "/history?device=shed-1"));
        Assert.Equal(1, await CountAsync(browser, "/history?plate=a%C2%B7123"));
        Assert.Equal(1, await CountAsync(browser, "/history?tag=plumber"));
        Assert.Equal(1, await CountAsync(browser, $"/history?person={s_person}"));
        Assert.Equal(0, await CountAsync(browser, "/history?kind=passage&device=shed-1"));
        Assert.Equal(0, await CountAsync(browser, "/history?since=2099-01-01T00:00"));
        Assert.Equal(0, await CountAsync(browser, "/history?until=2001-01-01T00:00"));
        Assert.Contains("请至少填两位", await HtmlAsync(browser, "/history?plate=A"), StringComparison.Ordinal);
        Assert.Contains("没有这样的人", await HtmlAsync(browser, "/history?who=nobody"), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的记录", await HtmlAsync(browser, "/history?kind=passage&before=1"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Older_records_follow_by_cursor_without_gap_or_repetition()
    {
        for (var number = 0; number < 130; number++)
        {
            await PassageAsync(PassageOutcome.OpenedResident, "王*");
        }

        await _gateway.App.Services.GetRequiredService<DigestKeeper>().CatchUpAsync(Token);
        using var browser = await SignedInAsync();
        var (seen, path) = (new List<long>(), "/history?kind=passage");
        while (path is not null)
        {
            var html = await HtmlAsync(browser, path);
            seen.AddRange(Regex.Matches(html, "id=\"record-(?<id>\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => long.Parse(match.Groups["id"].Value, System.Globalization.CultureInfo.InvariantCulture)));
            var next = Regex.Match(html, "rel=\"next\" href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            path = next.Success ? WebUtility.HtmlDecode(next.Groups["to"].Value) : null;
        }

        Assert.Equal(133, seen.Count);
        Assert.Equal(seen.OrderDescending().Distinct(), seen);
    }

    [Fact(Timeout = 120_000)]
    public async Task Guard_sees_no_audit_asks_for_nobody_carries_nothing_away_and_sees_nothing_from_before_the_role()
    {
        using var early = new FormBrowser(_gateway.Address);
        // Every record is older than this role.
        var name = await _gateway.AccountAsync(AccountRole.Guard, TimeProvider.System.GetUtcNow().AddHours(1));
        (await early.SignInAsync(name, ConsoleUnderTest.Password)).Dispose();

        Assert.Equal(0, await CountAsync(early, "/history"));
        var html = await HtmlAsync(early, "/history");
        Assert.DoesNotContain("操作审计", html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"who\"", html, StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync(early, "/history?kind=audit"));
        using var person = await early.GetAsync($"/history?person={s_person}");
        Assert.Equal(HttpStatusCode.Forbidden, person.StatusCode);
        using var file = await early.GetAsync("/history/export.csv");
        Assert.Equal(HttpStatusCode.Forbidden, file.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Looking_for_one_person_is_on_record()
    {
        using var browser = await SignedInAsync();

        await HtmlAsync(browser, $"/history?person={s_person}");

        Assert.Contains(await AuditAsync(), data => data.Contains("history-person-look", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Export_holds_what_was_found_defuses_formulas_and_is_on_record()
    {
        using var browser = await SignedInAsync();

        using var answer = await browser.GetAsync("/history/export.csv?kind=fire");
        var text = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal(("text/csv", true), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.NoStore));
        Assert.True(answer.Headers.Contains("X-Newest"));
        Assert.Equal(2, text.TrimEnd().Split("\r\n").Length);
        Assert.Contains(",\"'=HYPERLINK(", text, StringComparison.Ordinal);
        Assert.Contains(await AuditAsync(), data => data.Contains("history-export", StringComparison.Ordinal));
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Page_fits_phone_and_desk_in_both_languages_without_accessibility_violations()
    {
        await _gateway.App.Services.GetRequiredService<DigestKeeper>().CatchUpAsync(Token);
        await using var chromium = await Chromium.StartAsync();
        await chromium.LookAsync(_gateway, "/history", "history-all");
        await chromium.LookAsync(_gateway, "/history?kind=fire&since=2020-01-01T00:00", "history-all-found");
    }

    private async Task PassageAsync(PassageOutcome outcome, string? name, LocalizedText? tag = null, Guid? person = null) => await AppendAsync(
        EventKind.Passage, EventPriority.Info, "gate-east", new PassageData("gate-east", s_gate, outcome, new("原因", "<b>reason"), "face", person?.ToString(), name, null, 1, tag));

    private async Task VehicleAsync(string plate) => await AppendAsync(
        EventKind.Vehicle, EventPriority.Info, "barrier-east", new VehicleData("barrier-east", s_barrier, VehicleData.Passed, new("通过", "Passed"), "Up", "Automatic", DateTimeOffset.UnixEpoch, null, null, "v", plate));

    private async Task AppendAsync<T>(string kind, EventPriority priority, string device, T data) =>
        await _gateway.Journal.AppendAsync(JournalEntry.Of(kind, priority, device, data), Token);

    private async Task<IReadOnlyList<string>> AuditAsync()
    {
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 1000, Token);
        return [.. records.Where(record => record.Kind == EventKind.Audit).Select(record => System.Text.Encoding.UTF8.GetString(record.Data.Span))];
    }

    private static async Task<int> CountAsync(FormBrowser browser, string path) => (await HtmlAsync(browser, path)).Split("class=\"history-line\"").Length - 1;

    private static async Task<string> HtmlAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<FormBrowser> SignedInAsync()
    {
        var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        return browser;
    }
}
