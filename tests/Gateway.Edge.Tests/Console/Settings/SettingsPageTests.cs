using System.Globalization;
using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Compound;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Settings;

/// <summary>The settings page in a real browser against the whole gateway.</summary>
public sealed class SettingsPageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ICompoundDesk Compound => Service<ICompoundDesk>();

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(services: services => services.AddSingleton(new StepUps(_time)));
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact(Timeout = 240_000)]
    public async Task Notice_typed_on_the_page_stands_on_the_gates_display_and_goes_when_it_is_taken_down()
    {
        var display = await _chromium.OpenAsync(1280, 800);
        await display.GotoAsync(new Uri(_gateway.Address, $"/gate/gate-east?key={Service<DisplayKeys>().Load("gate-east")}").ToString());
        var page = await _chromium.SignedInAsync(_gateway, "/settings");

        await page.ClickAsync("#show-notice");
        await Assertions.Expect(page.Locator("#zh-fault")).ToBeVisibleAsync();
        await page.FillAsync("#zh", "<b>周六停水</b>");
        await page.FillAsync("#en", "No water on Saturday");
        await page.ClickAsync("#show-notice");
        await Assertions.Expect(page.Locator("#notices-said")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#notice-list")).ToContainTextAsync("<b>周六停水</b>");

        await Assertions.Expect(display.Locator("#screen .display-notice")).ToContainTextAsync("<b>周六停水</b>");
        await Assertions.Expect(display.Locator("#screen .display-notice-other")).ToHaveTextAsync("No water on Saturday");
        await page.ClickAsync("[data-withdraw]");
        await Assertions.Expect(page.Locator("#notice-list")).ToContainTextAsync("现在没有通知");
        await Assertions.Expect(display.Locator("#screen .display-notice")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = 240_000)]
    public async Task Holidays_are_taken_over_line_by_line_and_a_bad_line_is_named()
    {
        var page = await _chromium.SignedInAsync(_gateway, "/settings");
        await page.FillAsync("#days", "2027-01-01\n\n2027-02-30\n春节");
        await page.ClickAsync("#save-holidays");
        await Assertions.Expect(page.Locator("#holidays-fault")).ToContainTextAsync("第 3 行“2027-02-30”");
        await Assertions.Expect(page.Locator("#holidays-fault")).ToContainTextAsync("第 4 行“春节”");
        Assert.Empty((await Compound.RulesAsync(Stop)).Holidays);

        await page.FillAsync("#days", "2027-2-6\n2027-01-01\n2027/2/7");
        await page.ClickAsync("#save-holidays");
        await Assertions.Expect(page.Locator("#holidays-said")).ToBeVisibleAsync();
        Assert.Equal([new(2027, 1, 1), new(2027, 2, 6), new(2027, 2, 7)], (await Compound.RulesAsync(Stop)).Holidays);
        await Assertions.Expect(page.Locator("#days")).ToHaveValueAsync("2027-01-01\n2027-02-06\n2027-02-07");
    }

    [Fact(Timeout = 240_000)]
    public async Task Lockdown_and_times_of_erasure_ask_for_the_password_first_and_hold_at_once()
    {
        var page = await _chromium.SignedInAsync(_gateway, "/settings");
        _time.Advance(StepUps.Counts);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#set-mode")).ToHaveCountAsync(0);
        await page.ClickAsync("#modes-confirm");
        await page.FillAsync("#proof", ConsoleUnderTest.Password);
        await page.Keyboard.PressAsync("Enter");

        await page.ClickAsync("#set-mode");
        await Assertions.Expect(page.Locator("#why-fault")).ToBeVisibleAsync();
        Assert.False((await Compound.RulesAsync(Stop)).LockedDown);
        await page.FillAsync("#why", "走失儿童");
        await page.ClickAsync("#set-mode");
        await Assertions.Expect(page.Locator("#mode")).ToContainTextAsync("临时管控中");
        Assert.True((await Compound.RulesAsync(Stop)).LockedDown);

        await page.FillAsync("#days-1", "0");
        await page.ClickAsync("#save-retention");
        await Assertions.Expect(page.Locator("#retention-fault")).ToContainTextAsync("1 到 365");
        await page.FillAsync("#days-1", "30");
        await page.ClickAsync("#save-retention");
        await Assertions.Expect(page.Locator("#retention-said")).ToBeVisibleAsync();
        Assert.Equal(30, Service<GrantOptions>().KeepDays);
        await page.GotoAsync(new Uri(_gateway.Address, "/privacy").ToString());
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("30 天");
    }

    [Theory(Timeout = 120_000)]
    [InlineData("lockdown")]
    [InlineData("retention")]
    public async Task Forms_that_ask_for_the_password_do_nothing_without_it(string form)
    {
        using var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        _time.Advance(StepUps.Counts);
        using var answer = await browser.PostAsync("/settings", "/settings", ("_handler", form), ("Form.Active", "true"), ("Form.Why", "x"), ("Form.Days[1]", "1"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.False((await Compound.RulesAsync(Stop)).LockedDown);
        Assert.Equal(90, Service<GrantOptions>().KeepDays);
    }

    [Fact(Timeout = 120_000)]
    public async Task Auditor_sees_the_settings_and_changes_none()
    {
        using var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway, role: AccountRole.Auditor);
        using var shown = await browser.GetAsync("/settings");
        var html = await shown.Content.ReadAsStringAsync(Stop);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.DoesNotContain("id=\"show-notice\"", html, StringComparison.Ordinal);
        using var answer = await browser.PostAsync("/settings", "/settings", ("_handler", "notice"), ("Form.Zh", "x"), ("Form.From", "2026-11-23T10:00"), ("Form.Until", TimeProvider.System.GetUtcNow().AddDays(2).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(Service<NoticeDesk>().All);
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Page_fits_and_is_usable_by_everybody()
    {
        var now = TimeProvider.System.GetUtcNow();
        await Service<NoticeDesk>().ShowAsync(
            new GateNotice(Guid.CreateVersion7(), new(new string('长', NoticeRules.LongestZh), new string('w', NoticeRules.LongestEn)), [], now, now.AddDays(1), NoticeSource.Station, "test"), Stop);
        await _chromium.LookAsync(_gateway, "/settings", "settings");
        var display = await _chromium.OpenAsync(1080, 1920);
        foreach (var (width, height) in ((int, int)[])[(390, 844), (1440, 900), (1080, 1920)])
        {
            await display.SetViewportSizeAsync(width, height);
            await display.GotoAsync(new Uri(_gateway.Address, $"/gate/gate-east?key={Service<DisplayKeys>().Load("gate-east")}").ToString());
            await display.ShootAsync($"gate-notice-{width}");
            Assert.True(
                await display.EvaluateAsync<bool>("(() => { const words = document.querySelector('#screen .display-words'); return words.scrollHeight <= words.clientHeight + 1 && words.scrollWidth <= words.clientWidth + 1; })()"),
                $"the longest notice does not fit {width} x {height}");
            await Accessibility.CheckAsync(display);
        }
    }

    private T Service<T>()
        where T : notnull => _gateway.App.Services.GetRequiredService<T>();
}
