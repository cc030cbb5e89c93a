using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Drivers;
using Gateway.Drivers.Devices;
using Gateway.Edge.Console.Status;
using Gateway.Edge.Patrols;
using Gateway.Edge.Patrols.Availability;
using Gateway.Edge.Patrols.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console;

public sealed class DevicesPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    private TicketBook Tickets => _gateway.App.Services.GetRequiredService<TicketBook>();

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

    [Fact(Timeout = 120_000)]
    public async Task Status_page_counts_the_devices_by_kind_and_leads_to_each()
    {
        var page = await SignedInAsync("/");

        await Assertions.Expect(page.Locator("#devices")).ToContainTextAsync("一键报警路灯");
        await Assertions.Expect(page.Locator("#devices li")).ToHaveCountAsync(2);
        await page.ClickAsync("#to-devices");

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("设备");
        await Assertions.Expect(page.Locator("#groups .gateway-device")).ToHaveCountAsync(15);
        await Assertions.Expect(page.Locator("#device-light-3")).ToContainTextAsync("3 号路灯");
        await Assertions.Expect(page.Locator("#device-light-3")).ToContainTextAsync("中央花园");
        await Assertions.Expect(page.Locator("#buses")).ToContainTextAsync("模拟总线 doors");
    }

    [Fact(Timeout = 120_000)]
    public async Task Button_sends_a_patrol_round_whose_result_and_tickets_appear_without_reload()
    {
        var page = await SignedInAsync("/devices");
        await Assertions.Expect(page.Locator("#patrol")).ToContainTextAsync("还没有巡检过");
        await Assertions.Expect(page.Locator("#device-gate-1")).ToContainTextAsync("离线", new() { Timeout = 20_000 });

        await page.ClickAsync("#run-patrol");

        await Assertions.Expect(page.Locator("#patrol")).ToContainTextAsync("巡检完成：15 台设备、2 条总线，发现", new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await page.EvaluateAsync("window.untouched = true");
        Open("light-1", "self-test-overdue");
        await Assertions.Expect(page.Locator("#tickets")).ToContainTextAsync("自检已逾期");
        await Assertions.Expect(page.Locator("#device-light-1")).ToContainTextAsync("待修");

        Tickets.Clear("light-1", "self-test-overdue", DeviceState.Online, new("已恢复", "Mended"), TimeProvider.System.GetUtcNow());
        await Assertions.Expect(page.Locator("#tickets details")).ToContainTextAsync("自检已逾期");
        Assert.True(await page.EvaluateAsync<bool>("window.untouched"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Whole_compound_of_27_devices_is_on_the_page_and_the_status_page_stays_short()
    {
        var file = await File.ReadAllTextAsync(Path.Combine(TestData.RepositoryRoot, "hw-configs", "jinqiao-garden.json"), TestContext.Current.CancellationToken);
        await using var garden = await ConsoleUnderTest.StartAsync(file, services => services.PostConfigure<DriversOptions>(options => options.Simulate = true));
        foreach (var (width, height) in ((int, int)[])[(390, 844), (1440, 900)])
        {
            var page = await SignedInAsync("/", width, height, gateway: garden);
            await Assertions.Expect(page.Locator("#devices li")).ToHaveCountAsync(5);
            await Assertions.Expect(page.Locator("#devices")).ToContainTextAsync("12 / 12 在线", new() { Timeout = 20_000 });
            await Assertions.Expect(page.Locator("#gates li")).ToHaveCountAsync(3);
            await page.ShootAsync($"garden-status-{width}");
            await page.ClickAsync("#to-devices");
            await Assertions.Expect(page.Locator("#groups .gateway-device")).ToHaveCountAsync(27);
            await Assertions.Expect(page.Locator("#device-shed-4")).ToContainTextAsync("在线");
            await page.ShootAsync($"garden-devices-{width}");
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"the page scrolls sideways at {width}");
        }
    }

    [Fact]
    public void Many_devices_in_trouble_are_the_worst_few_and_a_count_on_the_status_page()
    {
        var away = Enumerable.Range(1, 27).Select(number => new DeviceLine(
            $"d-{number}", new($"设备{number}", $"Device {number}"), number > 20 ? Tone.High : Tone.Normal, "offline", new("离线", "Offline"), null, default, null)).ToList();

        var items = DeviceLines.Attention(away).ToList();

        Assert.Equal(6, items.Count);
        Assert.All(items.Take(5), item => Assert.Equal(Tone.High, item.Tone));
        Assert.Equal("22 more devices need attention", items[5].Title.En);
        Assert.Equal(6, DeviceLines.Attention([.. away.Take(6)]).Count());
    }

    [Fact(Timeout = 120_000)]
    public async Task Patrol_without_the_form_s_token_or_without_sign_in_is_refused()
    {
        using var stranger = new FormBrowser(_gateway.Address);
        using var unknown = await stranger.PostAsync("/sign-in", "/devices/patrol");
        Assert.NotEqual(System.Net.HttpStatusCode.OK, unknown.StatusCode);

        await stranger.SignInAsync(_gateway);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/devices/patrol");
        using var forged = await stranger.SendAsync(request);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.False(_gateway.App.Services.GetRequiredService<PatrolService>().IsRunning);
    }

    [Fact(Timeout = 120_000)]
    [Trait("Looks", "pages")]
    public async Task Page_fits_phone_and_desk_in_both_languages_and_schemes_without_accessibility_violations()
    {
        await FillAsync();
        var page = await SignedInAsync("/devices");
        foreach (var look in Looks.All)
        {
            foreach (var (path, name) in ((string, string)[])[("/devices", "devices"), ("/", "status15")])
            {
                await page.VisitAsync(new Uri(_gateway.Address, path), look);
                await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
                await page.CheckAsync(name, look);
            }
        }
    }

    private void Open(string device, string code) => Tickets.See(
        new TicketSighting(
            device,
            "alarm-streetlight",
            new("1 号路灯", "Streetlight 1"),
            DeviceState.Online,
            code,
            new("自检已逾期 40 天：请按一次测试按钮", "The self-test is 40 days overdue: press the test button once"),
            "40 d"),
        TimeProvider.System.GetUtcNow(),
        counts: true);

    private async Task FillAsync()
    {
        // First: a patrol closes what it does not find.
        await _gateway.App.Services.GetRequiredService<PatrolService>().RunAsync(TestContext.Current.CancellationToken);
        var (day, hour) = _gateway.App.Services.GetRequiredService<AvailabilityMeter>().Local(TimeProvider.System.GetUtcNow());
        _gateway.App.Services.GetRequiredService<AvailabilityStore>().Add(
        [
            .. Enumerable.Range(1, 12).Select(number => new AvailabilitySlot($"light-{number}", day.AddDays(-1), hour, 3600 * number, 3600 * (number - (number / 10.0)), number)),
            new("gate-1", day.AddDays(-6), 7, 7000, 300, 12),
        ]);
        _gateway.App.Services.GetRequiredService<AvailabilityKeeper>().Write();
        Open("light-1", "self-test-overdue");
        Open("light-2", "lamp-broken");
        Tickets.Note(Tickets.All[^1].Id, "电工周四上门", TimeProvider.System.GetUtcNow());
        Open("light-3", "clock-drift");
        Tickets.Clear("light-3", "clock-drift", DeviceState.Online, new("已恢复", "Mended"), TimeProvider.System.GetUtcNow());
    }

    private async Task<IPage> SignedInAsync(string path, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light, ConsoleUnderTest? gateway = null)
    {
        var page = await _chromium.OpenAsync(width, height, scheme);
        await page.GotoAsync(new Uri((gateway ?? _gateway).Address, path).ToString());
        await page.SignInAsync(gateway ?? _gateway);
        await Assertions.Expect(page.Locator("#live")).ToBeVisibleAsync();
        return page;
    }
}
