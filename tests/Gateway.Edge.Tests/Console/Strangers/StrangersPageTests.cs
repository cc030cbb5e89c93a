using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Strangers;

/// <summary>What staff see of strangers, in a real browser.</summary>
public sealed class StrangersPageTests : IAsyncLifetime
{
    private StrangersUnderTest _strangers = null!;

    public async ValueTask InitializeAsync() => _strangers = await StrangersUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _strangers.DisposeAsync();

    [Fact(Timeout = 180_000)]
    public async Task Visit_tells_loitering_and_returns_and_takes_a_verdict_by_keyboard_that_can_be_undone()
    {
        await _strangers.FillAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await SignedInAsync(chromium);
        var visit = page.Locator(".gateway-visit").Nth(2);
        await Assertions.Expect(visit).ToContainTextAsync("7 天内在 2 个门出现 3 次");
        await Assertions.Expect(visit).ToContainTextAsync("停留 4 分 0 秒");
        await Assertions.Expect(visit).ToContainTextAsync("徘徊");
        Assert.Equal(4, (await visit.Locator(".gateway-visit-label").InnerTextAsync()).Length);
        Assert.True(await visit.Locator("img").EvaluateAsync<bool>("image => { image.loading = 'eager'; return image.decode().then(() => image.naturalWidth === 160); }"));

        var dark = page.Locator(".gateway-visit").Nth(1);
        var id = (await dark.GetAttributeAsync("id"))!["visit-".Length..];
        var button = page.Locator($"#NotRecognised-{id}");
        await button.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(dark).ToContainTextAsync("人脸偏暗");
        await Assertions.Expect(page.Locator("#rates")).ToContainTextAsync("1/1 次判定");
        await Assertions.Expect(page.Locator("#rates")).ToContainTextAsync("判定太少");
        await Assertions.Expect(page.Locator("#rates")).Not.ToContainTextAsync("100 %");
        await Assertions.Expect(button).ToBeFocusedAsync();

        await page.ClickAsync($"#FalseAlarm-{id}");
        await Assertions.Expect(page.Locator($"#FalseAlarm-{id}")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await page.ClickAsync($"#undo-{id}");
        await Assertions.Expect(page.Locator($"#undo-{id}")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#rates")).ToContainTextAsync("还没有判定");
        await Assertions.Expect(page.Locator("#rates")).Not.ToContainTextAsync("判定太少");
    }

    [Fact(Timeout = 180_000)]
    public async Task Filter_by_gate_and_day_finds_and_says_when_there_is_nothing()
    {
        await _strangers.FillAsync();
        await using var chromium = await Chromium.StartAsync();
        var page = await SignedInAsync(chromium);
        await page.GotoAsync(_strangers.Console.Address.ToString());
        await page.ClickAsync("#to-strangers");
        await Assertions.Expect(page.Locator(".gateway-visit")).ToHaveCountAsync(5);

        await page.SelectOptionAsync("#gate", "gate-west");
        await page.ClickAsync("#find");
        await Assertions.Expect(page.Locator(".gateway-visit")).ToHaveCountAsync(3);

        await page.FillAsync("#day", "2020-02-29");
        await page.ClickAsync("#find");
        await Assertions.Expect(page.Locator("#content")).ToContainTextAsync("没有找到陌生人记录");
        await Assertions.Expect(page.Locator("#day")).ToHaveValueAsync("2020-02-29");
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Page_fits_phone_and_desk_by_day_and_night_in_both_languages_without_accessibility_violations()
    {
        await using var chromium = await Chromium.StartAsync();
        var empty = await SignedInAsync(chromium, width: 390);
        await Assertions.Expect(empty.Locator("#content")).ToContainTextAsync("没有找到陌生人记录");
        await empty.ShootAsync("strangers-empty-390");
        await Accessibility.CheckAsync(empty);

        await _strangers.FillAsync();
        await _strangers.SeeAsync(9, 5, "gate-long", luma: 220, name: new string('长', 60) + " <b>x</b> & " + new string('w', 200));
        var page = await SignedInAsync(chromium);
        await page.Locator("button[value=NotRecognised]").First.ClickAsync();
        await Assertions.Expect(page.Locator(".gateway-visit-fixes")).ToHaveCountAsync(1);
        foreach (var look in Looks.All)
        {
            await page.VisitAsync(new Uri(_strangers.Console.Address, "/strangers"), look);
            await Assertions.Expect(page.Locator(".gateway-visit")).ToHaveCountAsync(6);
            await Assertions.Expect(page.Locator("#visits")).ToContainTextAsync(look.Language == "en" ? "seen 3 times in 7 days at 2 gates" : "7 天内在");
            await Assertions.Expect(page.Locator(".gateway-visit b")).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator(".gateway-visit-fixes")).ToHaveCountAsync(1);
            await page.CheckAsync("strangers", look);
        }
    }

    private async Task<IPage> SignedInAsync(Chromium chromium, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.OpenAsync(width, 844, scheme);
        await page.GotoAsync(new Uri(_strangers.Console.Address, "/strangers").ToString());
        await page.SignInAsync(_strangers.Console, AccountRole.PropertyManager);
        await Assertions.Expect(page.Locator("#visits-title")).ToBeAttachedAsync();
        return page;
    }
}
