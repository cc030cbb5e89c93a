using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gateway.Cloud.Tests.Station.Pages;

public sealed class LivePageTests : IAsyncLifetime
{
    private StationUnderTest _station = null!;
    private MqttSession _gateway = null!;
    private Chromium _chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _station = await StationUnderTest.StartAsync();
        await _station.SetPasswordAsync();
        _gateway = await _station.GatewayAsync();
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
        await _station.DisposeAsync();
    }

    [Fact]
    public async Task Passage_and_stranger_with_portrait_appear_without_reload_and_the_look_is_recorded()
    {
        var page = await LogInAsync();
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await page.EvaluateAsync("window.untouched = true");

        var portrait = await Faces.CutAsync(6, 1);
        await SendAsync(EventKind.Passage, 1, Sample.Passage());
        await SendStrangerAsync(2, "s1", 1, portrait);

        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("王*");
        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("居民放行");
        await Assertions.Expect(page.Locator("#alerts")).ToContainTextAsync("陌生人 · 东门");
        var shown = page.Locator("#alerts img").First;
        await Assertions.Expect(shown).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await shown.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        Assert.True(await page.EvaluateAsync<bool>("window.untouched"));
        var look = await _station.AskAsync(database => database.PortraitViews.FirstAsync(Token));
        Assert.Equal("officer", look.Officer);
        Assert.Equal(Sample.Medium(portrait).Sha256, look.Sha256);
    }

    [Fact]
    public async Task Stranger_seen_again_stays_one_row_and_acknowledging_settles_it_for_everyone()
    {
        var page = await LogInAsync();
        var other = await LogInAsync();
        var portrait = await Faces.CutAsync(2, 1);
        await SendStrangerAsync(1, "s1", 1, portrait);
        await SendStrangerAsync(2, "s1", 2, portrait);
        await Assertions.Expect(page.Locator("#alerts")).ToContainTextAsync("出现 2 次");
        await Assertions.Expect(page.Locator("#alerts > li[id]")).ToHaveCountAsync(1);

        await page.Locator(".station-alert-act").ClickAsync();

        await Assertions.Expect(other.Locator("#alerts")).ToContainTextAsync("officer 已知悉");
        await Assertions.Expect(page.Locator(".station-alert-act")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Names_from_a_gateway_are_text_and_never_markup()
    {
        var page = await LogInAsync();

        await SendAsync(EventKind.Passage, 1, Sample.Passage(name: "<img src=x onerror=window.hacked=1><b>*"));

        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("<img src=x");
        Assert.Equal(0, await page.Locator("#passages img, #passages b").CountAsync());
    }

    [Fact]
    public async Task Language_switch_turns_the_page_and_its_live_rows_to_English_and_stays()
    {
        var page = await LogInAsync();
        await page.Locator("[data-language]").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Live");
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");

        await SendAsync(EventKind.Passage, 1, Sample.Passage(PassageOutcome.Refused));

        await Assertions.Expect(page.Locator("#passages")).ToContainTextAsync("The plumber's grant ended at 12:00");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task Rows_wait_while_the_pointer_is_over_the_list()
    {
        var page = await LogInAsync();
        await SendAsync(EventKind.Passage, 1, Sample.Passage());
        await page.Locator("#passage-1").HoverAsync();

        await SendAsync(EventKind.Passage, 2, Sample.Passage(PassageOutcome.Refused));

        await Assertions.Expect(page.Locator("#held")).ToContainTextAsync("1 条新记录");
        await Assertions.Expect(page.Locator("#passages > li[id]")).ToHaveCountAsync(1);
        await page.Mouse.MoveAsync(2, 2);
        await Assertions.Expect(page.Locator("#passages > li[id]")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Page_that_lost_the_station_says_so_and_catches_up_when_it_is_back()
    {
        var page = await LogInAsync();
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await page.Context.SetOfflineAsync(true);
        await page.EvaluateAsync("htmx.find('#live')['htmx-internal-data'].sseEventSource.close()");
        await Assertions.Expect(page.Locator("#stale")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await SendAsync(EventKind.Passage, 1, Sample.Passage());
        await _station.UntilAsync(database => database.Events.CountAsync(Token), count => count == 1);

        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();

        await Assertions.Expect(page.Locator("#passages > li[id]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task No_page_has_a_serious_accessibility_violation_or_breaks_the_content_policy()
    {
        await SendEverythingAsync();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            var page = await _chromium.OpenAsync(scheme: scheme);
            var complaints = new List<string>();
            page.Console += (_, message) => complaints.Add(message.Type == "error" ? message.Text : string.Empty);
            await page.GotoAsync(new Uri(_station.Address, "/login").ToString());
            await Accessibility.CheckAsync(page);
            await LogInAsync(page);
            await Assertions.Expect(page.Locator("#alerts > li[id]")).Not.ToHaveCountAsync(0);
            await Accessibility.CheckAsync(page);
            foreach (var path in (string[])["/alerts/1", "/account/password", "/nothing-here"])
            {
                await page.GotoAsync(new Uri(_station.Address, path).ToString());
                await Accessibility.CheckAsync(page);
            }

            Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Looks", "pages")]
    public async Task Pages_fit_the_phone_and_the_desk()
    {
        await SendEverythingAsync();
        var page = await _chromium.OpenAsync();
        await page.GotoAsync(new Uri(_station.Address, "/login").ToString());
        await page.ShootAsync("station-login");
        await LogInAsync(page);
        foreach (var look in Looks.All)
        {
            foreach (var path in (string[])["/", "/alerts/1", "/account/password"])
            {
                await page.VisitAsync(new Uri(_station.Address, path), look);
                if (path == "/")
                {
                    await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
                }

                await page.CheckAsync("station" + path.Replace('/', '-'), look);
            }
        }
    }

    private async Task<IPage> LogInAsync()
    {
        var page = await _chromium.OpenAsync();
        await page.GotoAsync(new Uri(_station.Address, "/login").ToString());
        await LogInAsync(page);
        return page;
    }

    private static async Task LogInAsync(IPage page)
    {
        await page.FillAsync("#name", "officer");
        await page.FillAsync("#password", StationUnderTest.Password);
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator("#live")).ToBeVisibleAsync();
    }

    private async Task SendEverythingAsync()
    {
        var sequence = 0L;
        foreach (var outcome in Enum.GetValues<PassageOutcome>())
        {
            await SendAsync(EventKind.Passage, ++sequence, Sample.Passage(outcome));
        }

        await SendStrangerAsync(++sequence, "s1", 3, await Faces.CutAsync(6, 1));
        await SendStrangerAsync(++sequence, "s2", 1, await Faces.CutAsync(3, 3));
        await SendAsync(EventKind.Stranger, ++sequence, Sample.Stranger("s3"));
        await SendAsync(EventKind.Passage, sequence + 3, Sample.Passage(PassageOutcome.OpenedResident, "欧阳*"));
        await _station.UntilAsync(database => database.Media.CountAsync(row => row.Stored != null, Token), count => count == 2);
        await _station.UntilAsync(database => database.Events.CountAsync(Token), count => count == sequence + 1);
    }

    private async Task SendStrangerAsync(long sequence, string stranger, int sightings, byte[] portrait)
    {
        var medium = Sample.Medium(portrait);
        await SendAsync(EventKind.Stranger, sequence, Sample.Stranger(stranger, sightings, medium), medium);
        foreach (var chunk in Sample.Chunks(_station.Broker.Station, portrait, 8192))
        {
            await _gateway.PublishAsync(chunk, Token);
        }
    }

    private Task SendAsync(string kind, long sequence, object data, params MediaReference[] media) =>
        _gateway.PublishAsync(Sample.Message(Sample.Event(_station.Broker.Station, kind, sequence, data, media: media)), Token);
}
