using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.ChargingPoints;
using Gateway.Edge.Charging.Outlets;
using Gateway.Edge.Charging.Rules;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Charging;

/// <summary>A resident charges with a phone at a simulated shed.</summary>
public sealed class ChargePageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ChargingCompound.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 300_000)]
    public async Task Resident_scans_starts_sees_the_curve_grow_and_taper_and_is_told_that_the_battery_is_full()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(390, 844);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Type == "error" ? message.Text : string.Empty);
        _gateway.Shed().Plug("1", watts: 180, wattHours: 0.8);

        await page.GotoAsync(new Uri(_gateway.Address, await _gateway.OutletPathAsync("1")).ToString());
        await Assertions.Expect(page.Locator("#outlet")).ToContainTextAsync("可以使用");
        await Assertions.Expect(page.Locator("#outlet h2")).ToHaveTextAsync("1 号<棚> · 插座 1");
        await page.ClickAsync("#start");

        await Assertions.Expect(page.Locator("#session")).ToContainTextAsync("正在充电");
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await Assertions.Expect(page.Locator("#watts")).ToHaveTextAsync("180 瓦");
        await page.EvaluateAsync("window.untouched = true");
        await page.UntilAsync("document.querySelector('#curve polyline')?.points.length > 5");
        var path = new Uri(page.Url).AbsolutePath;

        // Whoever scans while it charges sees that it is in use; whoever charges finds the way back.
        var neighbour = await chromium.OpenAsync(390, 844);
        await neighbour.GotoAsync(new Uri(_gateway.Address, await _gateway.OutletPathAsync("1")).ToString());
        await Assertions.Expect(neighbour.Locator("#refusal")).ToHaveTextAsync("插座正在使用");
        await Assertions.Expect(neighbour.Locator("#start")).ToBeHiddenAsync();
        await Assertions.Expect(neighbour.Locator("#yours")).ToHaveCountAsync(0);
        await neighbour.CloseAsync();
        var again = await page.Context.NewPageAsync();
        await again.GotoAsync(new Uri(_gateway.Address, await _gateway.OutletPathAsync("1")).ToString());
        Assert.EndsWith(path, await again.Locator("#yours").GetAttributeAsync("href"), StringComparison.Ordinal);
        await again.CloseAsync();

        await Assertions.Expect(page.Locator("#ended")).ToContainTextAsync("充电已结束：已充满");
        await Assertions.Expect(page.Locator("#ended")).ToContainTextAsync("请拔下充电器");
        Assert.True(await page.EvaluateAsync<bool>("window.untouched"));
        Assert.Equal(OutletState.Off, _gateway.Point().Outlets[0].State);
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("#ended")).ToContainTextAsync("已充满");
        await Assertions.Expect(page.Locator("#stop")).ToBeHiddenAsync();
        await page.ShootAsync("charge-full");
        Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    [Fact(Timeout = 300_000)]
    public async Task Smoke_cuts_every_outlet_and_tells_each_phone_why()
    {
        await using var chromium = await Chromium.StartAsync();
        var pages = new List<IPage>();
        foreach (var outlet in (string[])["1", "2"])
        {
            var page = await chromium.OpenAsync(390, 844);
            await page.GotoAsync(new Uri(_gateway.Address, await _gateway.ChargeAsync(outlet)).ToString());
            await Assertions.Expect(page.Locator("#watts")).ToHaveTextAsync("180 瓦");
            pages.Add(page);
        }

        _gateway.Shed().Smoke(present: true);

        foreach (var page in pages)
        {
            await Assertions.Expect(page.Locator("#ended")).ToContainTextAsync("充电棚烟雾报警，已全部断电");
            await Assertions.Expect(page.Locator("#ended")).ToContainTextAsync("请勿靠近充电棚");
            await Assertions.Expect(page.Locator("#unproven")).ToHaveCountAsync(0);
        }

        Assert.All((string[])["1", "2"], outlet => Assert.Equal(0, _gateway.Shed().Power(outlet)));
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 1000, Stop);
        Assert.Contains(records, record => record is { Kind: EventKind.Fire, Priority: EventPriority.Emergency });
        var refused = await chromium.OpenAsync(390, 844);
        await refused.GotoAsync(new Uri(_gateway.Address, await _gateway.OutletPathAsync("3")).ToString());
        await Assertions.Expect(refused.Locator("#refusal")).ToContainTextAsync("烟感报警");
        await refused.ShootAsync("charge-smoke-refused");
    }

    [Fact(Timeout = 300_000)]
    public async Task Whoever_started_it_stops_it()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(390, 844);
        await page.GotoAsync(new Uri(_gateway.Address, await _gateway.ChargeAsync("2")).ToString());
        await Assertions.Expect(page.Locator("#watts")).ToHaveTextAsync("180 瓦");
        await page.ClickAsync("#stop");
        await Assertions.Expect(page.Locator("#ended")).ToContainTextAsync("您已结束充电");
        Assert.Equal(0, _gateway.Shed().Power("2"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Codes_that_lead_nowhere_are_gone_and_after_some_tries_have_to_wait_while_real_ones_go_on()
    {
        var real = await _gateway.OutletPathAsync("1");
        using var phone = new FormBrowser(_gateway.Address);
        string[] wrong = ["/charge/" + new string('A', 22), "/charge/%3Cb%3Ex", "/charge/session/" + new string('A', 22), "/charge/session/..%2F..%2Fetc", "/charge/" + new string('x', 3000)];
        foreach (var path in wrong)
        {
            using var gone = await phone.GetAsync(path);
            Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        }

        using var late = await phone.GetAsync(wrong[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.NotNull(late.Headers.RetryAfter);
        using var stream = await phone.GetAsync(wrong[2] + "/stream");
        Assert.Equal(HttpStatusCode.TooManyRequests, stream.StatusCode);
        using var shown = await phone.GetAsync(real);
        Assert.Equal((HttpStatusCode.OK, true), (shown.StatusCode, shown.Headers.CacheControl?.NoStore));
    }

    [Fact(Timeout = 120_000)]
    public async Task Start_without_the_form_s_token_and_a_start_at_a_replaced_code_switch_nothing_on()
    {
        var path = await _gateway.OutletPathAsync("1");
        using var phone = new FormBrowser(_gateway.Address);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("_handler", "start")]) };
        using var forged = await phone.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        await _gateway.App.Services.GetRequiredService<LabelBook>().RenewAsync(new OutletId(ChargingCompound.Id, "1"), "console:test", Stop);
        using var late = await phone.PostAsync(await _gateway.OutletPathAsync("2"), path, ("_handler", "start"));
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
        Assert.Equal(OutletState.Off, _gateway.Point().Outlets[0].State);
    }

    [Fact(Timeout = 120_000)]
    public async Task Phone_that_charges_at_two_outlets_finds_the_way_back_to_each()
    {
        using var phone = new FormBrowser(_gateway.Address);
        var started = new List<(string Path, string Session)>();
        foreach (var outlet in (string[])["1", "2"])
        {
            _gateway.Shed().Plug(outlet, watts: 180, wattHours: 500);
            var path = await _gateway.OutletPathAsync(outlet);
            using var answer = await phone.PostAsync(path, path, ("_handler", "start"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            started.Add((path, new Uri(_gateway.Address, answer.Headers.Location!).AbsolutePath));
        }

        foreach (var (path, session) in started)
        {
            using var page = await phone.GetAsync(path);
            Assert.Contains($"href=\"{session}\"", await page.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Link_of_a_session_has_five_streams_and_no_more()
    {
        var path = await _gateway.ChargeAsync("1") + "/stream";
        using var phone = new FormBrowser(_gateway.Address);
        var open = new List<HttpResponseMessage>();
        for (var stream = 0; stream < 5; stream++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            open.Add(await phone.OpenAsync(request));
            Assert.Equal(HttpStatusCode.OK, open[^1].StatusCode);
        }

        using var sixth = new HttpRequestMessage(HttpMethod.Get, path);
        using var refused = await phone.OpenAsync(sixth);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        open.ForEach(stream => stream.Dispose());
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Pages_fit_phone_and_desk_in_both_languages_without_accessibility_violations()
    {
        await using var chromium = await Chromium.StartAsync();
        var free = await _gateway.OutletPathAsync("1");
        await chromium.LookAsync(_gateway, free, "charge-free", signIn: false, page => Assertions.Expect(page.Locator("#start")).ToBeVisibleAsync());
        var charging = await _gateway.ChargeAsync("2");
        await chromium.LookAsync(_gateway, charging, "charge-live", signIn: false, page => Assertions.Expect(page.Locator("#curve svg")).ToBeVisibleAsync());
        await chromium.LookAsync(_gateway, await _gateway.OutletPathAsync("2"), "charge-in-use", signIn: false, page => Assertions.Expect(page.Locator("#refusal")).ToBeVisibleAsync());
        _gateway.Shed().Smoke(present: true);
        await chromium.LookAsync(_gateway, charging, "charge-smoke", signIn: false, page => Assertions.Expect(page.Locator("#ended")).ToBeVisibleAsync());
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_has_words_in_both_languages_that_name_no_code(string name)
    {
        var reason = Enum.Parse<EndReason>(name);
        var words = Gateway.Edge.Charging.Sessions.SessionWords.Of(reason);
        Assert.False(string.IsNullOrWhiteSpace(words.Zh) || string.IsNullOrWhiteSpace(words.En));
        Assert.DoesNotContain(name, words.En, StringComparison.Ordinal);
        Assert.True(words.En.Contains(' ', StringComparison.Ordinal));
    }

    public static TheoryData<string> Reasons() => [.. Enum.GetNames<EndReason>()];
}
