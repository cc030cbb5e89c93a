using System.Net;
using System.Text;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Accounts;
using Gateway.Edge.Journal;
using Gateway.Edge.Patrols;
using Gateway.Edge.Patrols.Tickets;
using Gateway.Edge.Tests.Console.Plans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Patrols;

public sealed class PatrolsPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TicketBook Tickets => _gateway.App.Services.GetRequiredService<TicketBook>();

    private PatrolService Patrols => _gateway.App.Services.GetRequiredService<PatrolService>();

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(SmallCompound.Json);
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact(Timeout = 180_000)]
    public async Task Ticket_is_taken_noted_reported_mended_and_what_is_no_fault_is_closed_with_its_reason()
    {
        Open("light-1", "self-test-overdue");
        Open("light-2", "lamp-broken");
        var page = await _chromium.OpenAsync(_gateway, "/patrols");
        await page.ClickAsync("#open-1");
        await page.ClickAsync("#take");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("处理中");

        await page.ClickAsync("#note");
        await Assertions.Expect(page.Locator("#note-fault")).ToContainTextAsync("请填写");
        await page.FillAsync("#note-text", "<b>电工</b>周四上门");
        await page.ClickAsync("#note");
        await Assertions.Expect(page.Locator("#history")).ToContainTextAsync("<b>电工</b>周四上门");

        await page.Locator("summary", new() { HasTextString = "报告已修好" }).ClickAsync();
        await page.FillAsync("#report-done-text", "换了电池");
        await page.ClickAsync("#report-done");
        await Assertions.Expect(page.Locator("#state")).ToContainTextAsync("等待确认");
        await page.ClickAsync(".station-back");
        await Assertions.Expect(page.Locator("#part-done")).ToContainTextAsync("1");
        await page.ClickAsync("#part-mine");
        await Assertions.Expect(page.Locator("#ticket-1")).ToContainTextAsync("propertymanager 处理");

        await page.GotoAsync(new Uri(_gateway.Address, "/patrols/tickets/2").ToString());
        await page.Locator("summary", new() { HasTextString = "不是故障" }).ClickAsync();
        await page.FillAsync("#no-fault-text", "季节性关闭");
        await page.ClickAsync("#no-fault");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("不是故障");
        Assert.Equal(TicketState.NotAFault, Tickets.Find(2)!.State);

        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 500, Token);
        var audits = records.Where(record => record.Kind == EventKind.Audit).Select(record => Encoding.UTF8.GetString(record.Data.Span)).ToList();
        Assert.All((string[])["ticket-take", "ticket-note", "ticket-done", "ticket-not-a-fault"], name => Assert.Single(audits, audit => audit.Contains($"\"{name}\"", StringComparison.Ordinal)));
        Assert.Contains(records, record => record.Kind == EventKind.DeviceHealth && Encoding.UTF8.GetString(record.Data.Span).Contains("ticket-closed", StringComparison.Ordinal));
    }

    [Fact(Timeout = 180_000)]
    public async Task Patrol_sent_from_the_page_appears_with_its_findings_without_reload_and_can_be_looked_up()
    {
        var page = await _chromium.OpenAsync(_gateway, "/patrols");
        await Assertions.Expect(page.Locator("#lines")).ToContainTextAsync("还没有巡检记录");
        await Assertions.Expect(page.Locator("#cancel-patrol")).ToBeHiddenAsync();
        await page.ClickAsync("#run-patrol");

        await Assertions.Expect(page.Locator("#lines li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#patrol")).ToContainTextAsync("15 台设备、2 条总线");
        await page.ClickAsync("#lines li a");
        await Assertions.Expect(page.Locator("#entries li")).ToHaveCountAsync(17);
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("15 台设备");
        await page.ShootAsync("patrol-report");
        await Accessibility.CheckAsync(page);
    }

    [Fact(Timeout = 180_000)]
    public async Task Files_hold_what_is_asked_for_and_are_safe_to_open_in_a_spreadsheet()
    {
        Open("light-1", "self-test-overdue", "=HYPERLINK(\"http://x\")");
        Open("light-2", "lamp-broken");
        await Patrols.RunAsync(Token);
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway, role: AccountRole.PropertyManager)).Dispose();

        using var tickets = await browser.GetAsync("/patrols/tickets.csv?q=light-1");
        var text = await tickets.Content.ReadAsStringAsync(Token);
        Assert.Equal("text/csv", tickets.Content.Headers.ContentType!.MediaType);
        Assert.Contains("light-1", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", text, StringComparison.Ordinal);
        Assert.DoesNotContain("light-2", text, StringComparison.Ordinal);

        using var findings = await browser.GetAsync("/patrols/findings.csv");
        Assert.Contains("巡检时间", await findings.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var none = await browser.GetAsync("/patrols/reports/1");
        using var beyond = await browser.GetAsync("/patrols/reports/9223372036854775807");
        using var ticket = await browser.GetAsync("/patrols/tickets/77");
        Assert.All((HttpResponseMessage[])[none, beyond, ticket], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
    }

    [Fact(Timeout = 180_000)]
    public async Task Act_that_does_not_fit_any_more_or_lacks_its_token_changes_nothing()
    {
        Open("light-1", "self-test-overdue");
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway, role: AccountRole.Installer)).Dispose();

        using var late = await browser.PostAsync("/patrols/tickets/1", "/patrols/tickets/1", ("_handler", "reopen"), ("Text", "x"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        using var huge = await browser.PostAsync("/patrols/tickets/1", "/patrols/tickets/1", ("_handler", "note"), ("Text", new string('x', 501)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, huge.StatusCode);
        using var cancel = new HttpRequestMessage(HttpMethod.Post, "/patrols/cancel");
        using var run = new HttpRequestMessage(HttpMethod.Post, "/patrols/run");
        foreach (var request in (HttpRequestMessage[])[cancel, run])
        {
            using var forged = await browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        Assert.Equal(TicketState.Open, Tickets.Find(1)!.State);
        Assert.Single(Tickets.Find(1)!.History);
        Assert.False(Patrols.IsRunning);
    }

    [Fact(Timeout = 240_000)]
    [Trait("Looks", "pages")]
    public async Task Pages_fit_phone_and_desk_in_both_languages_and_schemes_without_accessibility_violations()
    {
        // First: a patrol closes what it does not find.
        await Patrols.RunAsync(Token);
        for (var number = 1; number <= 12; number++)
        {
            Open($"light-{number}", number % 2 == 0 ? "lamp-broken" : "self-test-overdue");
        }

        var now = TimeProvider.System.GetUtcNow();
        var ids = Tickets.All.Where(ticket => ticket.Device.StartsWith("light-", StringComparison.Ordinal)).Select(ticket => ticket.Id).Order().ToList();
        Tickets.Change(ids[0], ticket => TicketActs.Take(ticket, "propertymanager", now));
        Tickets.Change(ids[0], ticket => TicketActs.Note(ticket, "电工周四上门 <b>x " + new string('长', 200), "propertymanager", now));
        Tickets.Change(ids[1], ticket => TicketActs.Done(ticket, "换了电池", "installer", now));
        Tickets.Change(ids[2], ticket => TicketActs.NotAFault(ticket, "季节性关闭", "installer", now));
        foreach (var (path, name) in ((string, string)[])[("/patrols", "patrols"), ("/patrols?show=no-fault&q=none", "patrols-none"), ($"/patrols/tickets/{ids[0]}", "ticket")])
        {
            await _chromium.LookAsync(_gateway, path, name);
        }
    }

    private void Open(string device, string code, string? words = null) => Tickets.See(
        new TicketSighting(
            device,
            "alarm-streetlight",
            new($"{device[6..]} 号路灯", $"Streetlight {device[6..]}"),
            DeviceState.Online,
            code,
            words is null ? new("自检已逾期 40 天：请按一次测试按钮", "The self-test is 40 days overdue: press the test button once") : new(words, words),
            "40 d"),
        TimeProvider.System.GetUtcNow(),
        counts: true);
}
