using System.Net;
using System.Text;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Journal;
using Gateway.Edge.Tests.Console;
using Gateway.Edge.Tests.Console.Vehicles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Accounts;

public sealed class AccountPagesTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync(services: services => services.AddSingleton(new StepUps(_time)));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Administrator_makes_an_account_hands_its_password_over_and_closes_it_again()
    {
        using var browser = await SignedInAsync(AccountRole.Administrator);

        using var made = await ChangeAsync(browser, ("Form.Deed", "add"), ("Form.Name", "wang"), ("Form.Person", "<b>王芳</b>"), ("Form.Role", "Guard"));
        var html = await made.Content.ReadAsStringAsync(Token);
        Assert.Contains("id=\"new-password\"", html, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;王芳&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>王芳", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"new-password\"", await HtmlAsync(browser, "/accounts"), StringComparison.Ordinal);

        using var twice = await ChangeAsync(browser, ("Form.Deed", "add"), ("Form.Name", "wang"), ("Form.Person", "x"), ("Form.Role", "Guard"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
        using var nothing = await ChangeAsync(browser, ("Form.Deed", "add"), ("Form.Name", "li"), ("Form.Person", "x"), ("Form.Role", "King"));
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        (await ChangeAsync(browser, ("Form.Deed", "disable"), ("Form.Name", "wang"))).Dispose();
        Assert.True(_gateway.App.Services.GetRequiredService<AccountBook>().Named("wang")!.Disabled);
    }

    [Fact(Timeout = 120_000)]
    public async Task Change_of_an_account_asks_who_is_there_again_and_for_the_forms_token()
    {
        using var browser = await SignedInAsync(AccountRole.Administrator);
        _time.Advance(StepUps.Counts);

        using var asked = await ChangeAsync(browser, ("Form.Deed", "add"), ("Form.Name", "wang"), ("Form.Person", "x"), ("Form.Role", "Guard"));
        Assert.Contains("/confirm?returnUrl=%2Faccounts", asked.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Null(_gateway.App.Services.GetRequiredService<AccountBook>().Named("wang"));

        foreach (var path in (string[])["/accounts", "/account", "/account/password", "/confirm", "/sign-out"])
        {
            using var forged = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("_handler", "account"), new("Form.Deed", "add")]) };
            using var refused = await browser.SendAsync(forged);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            using var json = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
            using var wrong = await browser.SendAsync(json);
            Assert.InRange((int)wrong.StatusCode, 400, 415);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Page_of_another_role_says_who_may_open_it_and_the_menu_does_not_show_it()
    {
        using var browser = await SignedInAsync(AccountRole.Guard);

        using var answer = await browser.GetAsync("/audit");
        var html = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("您的角色是保安。可以打开此页面的角色：管理员、审计员。", html, StringComparison.Ordinal);
        var home = await HtmlAsync(browser, "/");
        Assert.Contains("href=\"/barriers\"", home, StringComparison.Ordinal);
        foreach (var place in (string[])["/accounts", "/audit", "/vehicles", "/devices"])
        {
            Assert.DoesNotContain($"href=\"{place}\"", home, StringComparison.Ordinal);
        }

        using var installer = await SignedInAsync(AccountRole.Installer);
        Assert.Equal(HttpStatusCode.OK, (await installer.GetAsync("/devices")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await installer.GetAsync("/")).StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Audit_page_finds_who_did_what_from_where_and_why()
    {
        using var auditor = await SignedInAsync(AccountRole.Auditor);
        using var stranger = new FormBrowser(_gateway.Address);
        (await stranger.SignInAsync("my secret password", "x")).Dispose();
        (await stranger.SignInAsync("auditor", "x")).Dispose();

        var html = await HtmlAsync(auditor, "/audit");
        Assert.Contains("auditor, 127.0.0.1", html, StringComparison.Ordinal);
        Assert.Contains(AccountDeeds.SignedIn, html, StringComparison.Ordinal);
        Assert.Contains("登录被拒：账号 auditor", html, StringComparison.Ordinal);
        Assert.DoesNotContain("my secret password", html, StringComparison.Ordinal);
        Assert.Contains("登录被拒", await HtmlAsync(auditor, "/audit?q=SIGN-IN-refused"), StringComparison.Ordinal);
        var nothing = await HtmlAsync(auditor, "/audit?q=" + Uri.EscapeDataString("<script>"));
        Assert.Contains("没有找到记录", nothing, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>\"", nothing, StringComparison.Ordinal);
        Assert.Contains("没有找到记录", await HtmlAsync(auditor, "/audit?until=2001-01-01T00:00"), StringComparison.Ordinal);
        Assert.Contains("没有找到记录", await HtmlAsync(auditor, "/audit?since=2099-01-01T00:00"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Older_audit_records_follow_and_unreadable_ones_are_left_out()
    {
        for (var number = 0; number < 70; number++)
        {
            await _gateway.Journal.AppendAsync(JournalEntry.Of(EventKind.Audit, EventPriority.Normal, "gate-east", new { action = "by-hand", name = $"deed-{number}", by = "test" }), Token);
        }

        await _gateway.Journal.AppendAsync(new JournalEntry(EventKind.Audit, EventPriority.Normal, "gateway", "[1]"u8.ToArray(), []), Token);
        await _gateway.Journal.AppendAsync(new JournalEntry(EventKind.Audit, EventPriority.Normal, "gateway", "{\"action\":7}"u8.ToArray(), []), Token);
        using var auditor = await SignedInAsync(AccountRole.Auditor);

        var first = await HtmlAsync(auditor, "/audit?q=deed-");
        Assert.Equal(50, first.Split("class=\"station-row gateway-audit-line\"").Length - 1);
        var next = System.Text.RegularExpressions.Regex.Match(first, "before=(?<before>[0-9]+)", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["before"].Value;
        var second = await HtmlAsync(auditor, "/audit?q=deed-&before=" + next);
        Assert.Equal(20, second.Split("class=\"station-row gateway-audit-line\"").Length - 1);
    }

    [Fact(Timeout = 120_000)]
    public async Task Guard_sees_no_history_from_before_the_role()
    {
        var data = new VehicleData(
            "barrier-east", new("东门", "East"), VehicleData.Passed, new("已通过", "Passed"), "Up", "Automatic", MadeUpVehicles.Now, null, null, Guid.NewGuid().ToString(), "京A12345", "Unknown", "OpenedResident", "In");
        var media = _gateway.App.Services.GetRequiredService<IMediaStore>();
        var picture = await media.StoreAsync(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 }, "image/jpeg", VehicleData.PictureRole, Token);
        var old = await _gateway.Journal.AppendAsync(JournalEntry.Of(EventKind.Vehicle, EventPriority.Info, "barrier-east", data, picture), Token);
        await _gateway.Journal.AppendAsync(Samples.Passage(PassageOutcome.OpenedResident), Token);
        await _gateway.AccountAsync(AccountRole.Guard, since: TimeProvider.System.GetUtcNow().AddMinutes(1));
        using var guard = await SignedInAsync(AccountRole.Guard);
        using var manager = await SignedInAsync(AccountRole.PropertyManager);

        Assert.Contains("京A·12345", await HtmlAsync(manager, "/vehicle-history"), StringComparison.Ordinal);
        Assert.DoesNotContain("京A·12345", await HtmlAsync(guard, "/vehicle-history"), StringComparison.Ordinal);
        Assert.DoesNotContain("京A·12345", await HtmlAsync(guard, "/vehicle-history?since=2001-01-01T00:00"), StringComparison.Ordinal);
        using var seen = await manager.GetAsync($"/vehicle-history/pictures/{old.Sequence}.jpg");
        using var unseen = await guard.GetAsync($"/vehicle-history/pictures/{old.Sequence}.jpg");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (seen.StatusCode, unseen.StatusCode));
        Assert.Contains("data-list=\"passages\"", await HtmlAsync(guard, "/"), StringComparison.Ordinal);
        Assert.Contains("id=\"passage-", await HtmlAsync(manager, "/"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"passage-", await HtmlAsync(guard, "/"), StringComparison.Ordinal);
        using var auditor = await SignedInAsync(AccountRole.Auditor);
        var audit = await HtmlAsync(auditor, "/audit?q=vehicle-picture-look");
        Assert.Contains("propertymanager, 127.0.0.1", audit, StringComparison.Ordinal);
        Assert.DoesNotContain("guard, 127.0.0.1", audit, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Language_is_the_accounts_in_every_browser()
    {
        using var browser = await SignedInAsync(AccountRole.Guard);
        (await browser.PostAsync("/account", "/account", ("_handler", "own-language"), ("Choice.Culture", "en"))).Dispose();

        using var another = await SignedInAsync(AccountRole.Guard);

        Assert.Contains("<html lang=\"en\"", await HtmlAsync(another, "/account"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 400_000)]
    [Trait("Looks", "pages")]
    public async Task Pages_of_accounts_fit_phone_and_desk_in_both_languages_without_accessibility_violations()
    {
        await _gateway.AccountAsync(AccountRole.Guard);
        await _gateway.AccountAsync(AccountRole.Auditor);
        await using var chromium = await Chromium.StartAsync();
        await chromium.LookAsync(_gateway, "/sign-in", "sign-in", signIn: false);
        await chromium.LookAsync(_gateway, "/accounts", "accounts", prepare: page => page.Locator("#account-guard summary").ClickAsync());
        await chromium.LookAsync(_gateway, "/account", "account", prepare: async page =>
        {
            await page.ClickAsync("#factor-begin");
            await Assertions.Expect(page.Locator(".gateway-qr svg")).ToBeVisibleAsync();
        });
        await chromium.LookAsync(_gateway, "/account/password", "account-password");
        await chromium.LookAsync(_gateway, "/confirm", "confirm");
        await chromium.LookAsync(_gateway, "/audit", "audit");
    }

    private static async Task<string> HtmlAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private static Task<HttpResponseMessage> ChangeAsync(FormBrowser browser, params (string Name, string Value)[] fields) =>
        browser.PostAsync("/accounts", "/accounts", [("_handler", "account"), .. fields]);

    private async Task<FormBrowser> SignedInAsync(AccountRole role)
    {
        var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway, role: role)).Dispose();
        return browser;
    }
}
