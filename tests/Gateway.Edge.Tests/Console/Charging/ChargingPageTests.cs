using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Charging.Sessions;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Charging;

/// <summary>What property staff see of charging, and what they do about it.</summary>
public sealed class ChargingPageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _confirmations = new();
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public async ValueTask InitializeAsync() => _gateway = await ChargingCompound.StartAsync(_confirmations);

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 300_000)]
    public async Task Guard_sees_a_session_begin_without_reload_and_ends_it_with_a_reason()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(1280, 900);
        await page.GotoAsync(new Uri(_gateway.Address, "/sign-in?returnUrl=/charging").ToString());
        await page.SignInAsync(_gateway, AccountRole.Guard);
        var outlet = page.Locator("#outlet-shed-1-2");
        await Assertions.Expect(outlet).ToContainTextAsync("空闲");
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await Assertions.Expect(page.Locator("#labels-shed-1")).ToHaveCountAsync(0);

        var phone = await _gateway.ChargeAsync("2");
        await Assertions.Expect(outlet).ToContainTextAsync("180 瓦");
        await outlet.Locator("a").ClickAsync();
        await Assertions.Expect(page.Locator("#session")).ToContainTextAsync("正在充电");
        await page.ClickAsync("#end");
        await Assertions.Expect(page.Locator("#why-fault")).ToContainTextAsync("请选择或填写原因");
        await page.ClickAsync("label[for=pick-1]");
        await page.ClickAsync("#end");
        await Assertions.Expect(page.Locator("#ended")).ToContainTextAsync("物业已结束充电（充电器或电池异常）");
        Assert.Equal(0, _gateway.Shed().Power("2"));

        var told = await chromium.OpenAsync(390, 844);
        await told.GotoAsync(new Uri(_gateway.Address, phone).ToString());
        await Assertions.Expect(told.Locator("#ended")).ToContainTextAsync("物业已结束充电（充电器或电池异常）");
        var audit = Assert.Single(await AuditsAsync(), record => record.Contains("charging-session-ended", StringComparison.Ordinal));
        Assert.Contains("guard, 127.0.0.1", audit, StringComparison.Ordinal);

        await page.GotoAsync(new Uri(_gateway.Address, "/charging").ToString());
        await Assertions.Expect(page.Locator(".charging-rows")).ToContainTextAsync("物业已结束充电");
    }

    [Fact(Timeout = 120_000)]
    public async Task History_is_filtered_and_paged_and_a_guard_sees_none_from_before_the_role()
    {
        for (var day = 1; day <= 35; day++)
        {
            await _gateway.PastAsync("1", Now.AddDays(-day), TimeSpan.FromHours(2), day % 5 == 0 ? EndReason.Overload : EndReason.Full);
        }

        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway)).Dispose();
        Assert.Equal(30, await RowsAsync(browser, "/charging/history"));
        Assert.Equal(5, await RowsAsync(browser, "/charging/history?page=2"));
        Assert.Equal(7, await RowsAsync(browser, "/charging/history?reason=Overload"));
        Assert.Equal(0, await RowsAsync(browser, "/charging/history?shed=shed-9"));
        Assert.Equal(30, await RowsAsync(browser, "/charging/history?reason=%3Cb%3E&page=-1"));

        using var guard = new FormBrowser(_gateway.Address);
        (await guard.SignInAsync(_gateway, role: AccountRole.Guard)).Dispose();
        Assert.Equal(0, await RowsAsync(guard, "/charging/history"));
        var old = await _gateway.PastAsync("2", Now.AddDays(-1), TimeSpan.FromHours(1), EndReason.Full);
        using var hidden = await guard.GetAsync($"/charging/sessions/{old}");
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        using var hiddenStream = await guard.GetAsync($"/live/charging/{old}");
        Assert.Equal(HttpStatusCode.NotFound, hiddenStream.StatusCode);
        await WornAsync();
        using var overview = await guard.GetAsync("/charging");
        Assert.DoesNotContain("约 180 瓦的充电器", await overview.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        // What goes on is for everybody on duty, however long ago it began.
        var begun = Now.AddHours(-1);
        var longAgo = new ChargeSession(Guid.CreateVersion7(begun), ChargingCompound.Id, "3", begun) { Seen = begun };
        await _gateway.App.Services.GetRequiredService<SessionStore>().BeginAsync(longAgo, Gateway.Edge.Charging.Outlets.ChargeKey.Make(), Stop);
        using var live = await guard.GetAsync($"/charging/sessions/{longAgo.Id}");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        using var shown = await browser.GetAsync($"/charging/sessions/{old}");
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Battery_that_no_longer_tapers_is_shown_with_advice_and_settled()
    {
        await WornAsync();
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway, role: AccountRole.PropertyManager)).Dispose();
        using var overview = await browser.GetAsync("/charging");
        var html = await overview.Content.ReadAsStringAsync(Stop);
        Assert.Contains("约 180 瓦的充电器以前充满时功率会降到", html, StringComparison.Ordinal);
        var finding = await _gateway.App.Services.GetRequiredService<SessionStore>().ReadAsync(file => Gateway.Edge.Charging.Learning.FindingRows.Open(file).Single(), Stop);
        var path = $"/charging/sessions/{finding.Session}";

        using var empty = await browser.PostAsync(path, path, ("_handler", "settle"), ("Form.Note", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        using var settled = await browser.PostAsync(path, path, ("_handler", "settle"), ("Form.Note", "已通知车主检测 <b>电池</b>"));
        Assert.Equal(HttpStatusCode.Redirect, settled.StatusCode);
        using var after = await browser.GetAsync("/charging");
        Assert.Contains("没有发现异常的电池", await after.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Contains("propertymanager, 127.0.0.1", Assert.Single(await AuditsAsync(), record => record.Contains("charging-finding-closed", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Label_is_replaced_only_after_a_confirmation()
    {
        var before = await _gateway.OutletPathAsync("1");
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway, role: AccountRole.PropertyManager)).Dispose();
        using var shown = await browser.GetAsync("/charging/labels/shed-1");
        Assert.Contains(before, await shown.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        _confirmations.Advance(StepUps.Counts);
        using var asked = await browser.PostAsync("/charging/labels/shed-1", "/charging/labels/shed-1", ("_handler", "renew-1"));
        Assert.Contains("/confirm?returnUrl=", asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(before, await _gateway.OutletPathAsync("1"));

        using var confirmed = await browser.PostAsync("/confirm", "/confirm", ("_handler", "confirm"), ("Form.Proof", ConsoleUnderTest.Password));
        using var renewed = await browser.PostAsync("/charging/labels/shed-1", "/charging/labels/shed-1", ("_handler", "renew-1"));
        Assert.EndsWith("renewed=1", renewed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.NotEqual(before, await _gateway.OutletPathAsync("1"));
        Assert.Contains("charging-label-renewed", Assert.Single(await AuditsAsync(), record => record.Contains("charging", StringComparison.Ordinal)), StringComparison.Ordinal);
        using var nowhere = await browser.GetAsync("/charging/labels/..%2F..%2Fetc");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Pages_fit_phone_and_desk_in_both_languages_without_accessibility_violations()
    {
        await using var chromium = await Chromium.StartAsync();
        await chromium.LookAsync(_gateway, "/charging", "charging-empty");
        await WornAsync();
        var over = await _gateway.PastAsync("2", Now.AddHours(-5), TimeSpan.FromHours(4), EndReason.Overload);
        await _gateway.ChargeAsync("1");
        _gateway.Shed().Plug("3", 120, 300);
        await _gateway.Point().SwitchOnAsync("3", Stop);
        await chromium.LookAsync(_gateway, "/charging", "charging", prepare: page => Assertions.Expect(page.Locator("#outlet-shed-1-1")).ToHaveAttributeAsync("data-tone", "good"));
        await chromium.LookAsync(_gateway, "/charging/history", "charging-history");
        await chromium.LookAsync(_gateway, $"/charging/sessions/{over}", "charging-session");
        await chromium.LookAsync(_gateway, $"/charging/sessions/{_gateway.App.Services.GetRequiredService<LiveSessions>().All.Single(live => live.Outlet.Outlet == "1").View().Session.Id}", "charging-session-live");
        await chromium.LookAsync(_gateway, "/charging/labels/shed-1", "charging-labels");
    }

    private async Task WornAsync()
    {
        for (var day = 12; day > 3; day--)
        {
            await _gateway.PastAsync("2", Now.AddDays(-day), TimeSpan.FromHours(4), day > 6 ? EndReason.Full : EndReason.Unplugged, tapers: day > 6);
        }
    }

    private static async Task<int> RowsAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadAsStringAsync(Stop)).Split("class=\"charging-row\"").Length - 1;
    }

    private async Task<IReadOnlyList<string>> AuditsAsync() =>
        [.. (await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 5000, Stop)).Where(record => record.Kind == EventKind.Audit)
            .Select(record => System.Text.Encoding.UTF8.GetString(record.Data.Span))];
}
