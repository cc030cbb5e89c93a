using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console;

public sealed class StatusPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync();
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Passage_and_stranger_appear_without_reload()
    {
        var page = await SignedInAsync(_gateway);
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await page.EvaluateAsync("window.untouched = true");

        await _gateway.Journal.AppendAsync(Samples.Passage(PassageOutcome.OpenedResident), Token);
        await _gateway.Journal.AppendAsync(Samples.Stranger(2), Token);

        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("居民放行");
        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("王*");
        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("陌生人告警，出现 2 次");
        Assert.True(await page.EvaluateAsync<bool>("window.untouched"));
    }

    [Fact]
    public async Task Camera_that_is_away_is_named_with_its_cause_and_what_still_works()
    {
        var page = await SignedInAsync(_gateway);

        await Assertions.Expect(page.Locator("#attention")).ToContainTextAsync("东门 · ", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator("#attention")).ToContainTextAsync("上报未启用");
        await Assertions.Expect(page.Locator("#journal")).ToContainTextAsync("正常");
        await Assertions.Expect(page.Locator("#residents")).ToContainTextAsync("0 人");
    }

    [Fact]
    public async Task Names_in_the_journal_are_text_and_never_markup()
    {
        var page = await SignedInAsync(_gateway);

        await _gateway.Journal.AppendAsync(Samples.Passage(PassageOutcome.OpenedResident, "<img src=x onerror=window.hacked=1>*"), Token);

        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("<img src=x");
        Assert.Equal(0, await page.Locator("#passages img").CountAsync());
    }

    [Fact]
    public async Task Record_of_a_later_version_is_left_out_and_the_rest_shows()
    {
        var page = await SignedInAsync(_gateway);

        await _gateway.Journal.AppendAsync(new JournalEntry(EventKind.Passage, EventPriority.Info, "gate-east", "{\"outcome\":\"Flown\"}"u8.ToArray(), []), Token);
        await _gateway.Journal.AppendAsync(Samples.Passage(PassageOutcome.Refused), Token);

        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("未放行");
        await Assertions.Expect(page.Locator("#passages > li[id]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Language_switch_turns_the_page_and_its_live_rows_to_English_and_stays()
    {
        var page = await SignedInAsync(_gateway);
        await page.Locator("[data-language]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Status");
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");

        await _gateway.Journal.AppendAsync(Samples.Passage(PassageOutcome.Refused), Token);

        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("Face the camera in person");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task Page_that_lost_the_gateway_says_so()
    {
        var page = await SignedInAsync(_gateway);
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");

        await page.EvaluateAsync("htmx.find('#live')['htmx-internal-data'].sseEventSource.close()");

        await Assertions.Expect(page.Locator("#stale")).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    [Fact]
    public async Task Compound_without_devices_or_models_says_how_to_begin()
    {
        await using var bare = await ConsoleUnderTest.StartAsync(ConsoleUnderTest.NoDevices, models: "/nowhere");
        var page = await SignedInAsync(bare);

        await Assertions.Expect(page.Locator("#gates")).ToContainTextAsync("还没有门");
        await Assertions.Expect(page.Locator("#attention")).ToContainTextAsync("无法识别人脸");
        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("还没有通行");
        await page.ShootAsync("bare-zh-1440");
        await Accessibility.CheckAsync(page);
    }

    [Fact]
    public async Task Journal_that_cannot_be_opened_comes_first_with_what_still_works()
    {
        await using var faulty = await ConsoleUnderTest.StartAsync(prepare: data => File.WriteAllText(Path.Combine(Directory.CreateDirectory(data).FullName, "journal"), "not a folder"));
        var page = await SignedInAsync(faulty);

        await Assertions.Expect(page.Locator("#attention li").First).ToContainTextAsync("日志无法写入");
        await Assertions.Expect(page.Locator("#journal")).ToContainTextAsync("无法写入");
        await page.ShootAsync("journal-away-zh-1440");
        await Accessibility.CheckAsync(page);
    }

    [Fact]
    public async Task Damage_found_at_start_is_told_with_where_the_files_are_kept()
    {
        await using var damaged = await ConsoleUnderTest.StartAsync(prepare: data =>
            File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(data, "journal")).FullName, "journal.db"), [.. Enumerable.Repeat((byte)0xA5, 8192)]));
        var page = await SignedInAsync(damaged);

        await Assertions.Expect(page.Locator("#attention")).ToContainTextAsync("启动时发现日志损坏");
        await Assertions.Expect(page.Locator("#attention")).ToContainTextAsync(damaged.Data);
    }

    [Fact]
    public async Task No_page_has_a_serious_accessibility_violation_or_breaks_the_content_policy()
    {
        await FillAsync();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await _chromium.OpenAsync(scheme: scheme);
            var complaints = new List<string>();
            page.Console += (_, message) => complaints.Add(message.Type == "error" ? message.Text : string.Empty);
            await page.GotoAsync(new Uri(_gateway.Address, "/sign-in").ToString());
            await Accessibility.CheckAsync(page);
            await SignInAsync(page, _gateway);
            await Assertions.Expect(page.Locator("#passages > li[id]")).Not.ToHaveCountAsync(0);
            await Accessibility.CheckAsync(page);
            await page.GotoAsync(new Uri(_gateway.Address, "/nothing-here").ToString());
            await Accessibility.CheckAsync(page);

            Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Looks", "pages")]
    public async Task Pages_fit_the_phone_and_the_desk()
    {
        await FillAsync();
        var page = await SignedInAsync(_gateway);
        foreach (var look in Looks.All)
        {
            await page.VisitAsync(_gateway.Address, look);
            await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
            await Assertions.Expect(page.Locator("#attention li")).ToHaveCountAsync(2);
            await page.CheckAsync("status", look);
        }
    }

    private static async Task SignInAsync(IPage page, ConsoleUnderTest gateway)
    {
        await page.SignInAsync(gateway);
        await Assertions.Expect(page.Locator("#live")).ToBeVisibleAsync();
    }

    private async Task<IPage> SignedInAsync(ConsoleUnderTest gateway)
    {
        var page = await _chromium.OpenAsync();
        await page.GotoAsync(gateway.Address.ToString());
        await SignInAsync(page, gateway);
        return page;
    }

    private async Task FillAsync()
    {
        foreach (var outcome in Enum.GetValues<PassageOutcome>())
        {
            await _gateway.Journal.AppendAsync(Samples.Passage(outcome), Token);
        }

        await _gateway.Journal.AppendAsync(Samples.Stranger(3), Token);
    }
}
