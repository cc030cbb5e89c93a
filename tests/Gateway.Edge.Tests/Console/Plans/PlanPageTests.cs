using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Gateway.Edge.Plans;
using Gateway.Edge.Tests.Perception.Png;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Plans;

public sealed class PlanPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

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
    public async Task Plan_is_uploaded_from_the_live_page_s_hint_and_its_health_stands_there_afterwards()
    {
        var page = await _chromium.OpenAsync(_gateway, "/");
        await page.ClickAsync("#plan-upload");
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "../../etc/<b>plan.png", MimeType = "image/png", Buffer = PngFile.Plan(1200, 800) });
        await page.ClickAsync("#save");
        await page.ReadyAsync();
        var plan = Assert.Single(_gateway.Plans().View.Plans);
        Assert.Equal("总平面", plan.Name);

        _gateway.Plans().Place(new PlanPlace("light-1", plan.Id, 0.4, 0.5, new("1 号路灯", "Streetlight 1")));
        _gateway.Plans().Place(new PlanPlace("gate-1", plan.Id, 0.6, 0.5, new("东门", "East gate")));
        await page.GotoAsync(_gateway.Address.ToString());

        await Assertions.Expect(page.Locator("#plan .gateway-plan-at[data-tone=good]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#plan .gateway-plan-at[data-tone=high]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#plan .gateway-plan-count")).ToContainTextAsync("1 台需处理");
        await page.ClickAsync("#to-plan");
        await Assertions.Expect(page.Locator("#dot-gate-1")).ToHaveAttributeAsync("aria-label", "东门：离线");
        await page.ClickAsync("#dot-light-1");
        await Assertions.Expect(page).ToHaveURLAsync(new Uri(_gateway.Address, "/devices#device-light-1").ToString());
    }

    [Fact(Timeout = 120_000)]
    public async Task Dots_change_without_reload_when_devices_or_places_do_and_say_it_in_words()
    {
        var plan = await _gateway.UploadedAsync();
        var page = await _chromium.OpenAsync(_gateway, "/plan");
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await page.EvaluateAsync("window.untouched = true");
        await Assertions.Expect(page.Locator("#standing")).ToContainTextAsync("图上还没有设备");

        _gateway.Plans().Place(new PlanPlace("light-1", plan.Id, 0.4, 0.5, new("1 号路灯", "Streetlight 1")));
        await Assertions.Expect(page.Locator("#dot-light-1")).ToHaveAttributeAsync("aria-label", "1 号路灯：在线");
        await Assertions.Expect(page.Locator("#standing")).ToContainTextAsync("图上设备全部正常");

        _gateway.Plans().Place(new PlanPlace("gate-1", plan.Id, 0.6, 0.5, new("东门", "East gate")));
        _gateway.Plans().Place(new PlanPlace("gate-9", plan.Id, 0.9, 0.9, new("旧门 <b>x", "Old gate")));
        await Assertions.Expect(page.Locator("[data-label=gate-1]")).ToContainTextAsync("东门 · 离线");
        await Assertions.Expect(page.Locator("#standing-gate-9")).ToContainTextAsync("该设备已不在硬件文件中");
        await Assertions.Expect(page.Locator("#standing-gate-9")).ToContainTextAsync("旧门 <b>x");
        Assert.True(await page.EvaluateAsync<bool>("window.untouched"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Bad_upload_is_refused_at_its_field_and_a_good_one_replaces_and_comes_back()
    {
        var plan = await _gateway.UploadedAsync();
        var page = await _chromium.OpenAsync(_gateway, $"/plan/{plan.Id}");
        (string Name, string Type, byte[] Bytes, string Words)[] bad =
        [
            ("plan.png", "image/png", [.. Enumerable.Repeat((byte)'a', 10 << 20)], "不是图片"),
            ("plan.svg", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "不接受 SVG"),
            ("plan.png", "image/png", PngFile.Of(50_000, 50_000, colourType: 0, new byte[4_000_000]), "过大"),
            ("plan.jpg", "image/jpeg", PngFile.Of(1, 1, colourType: 2, [0, 1, 2, 3]), "太小"),
        ];
        foreach (var (name, type, bytes, words) in bad)
        {
            await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = bytes });
            await page.ClickAsync("#save");
            await Assertions.Expect(page.Locator("#file-fault")).ToContainTextAsync(words);
        }

        await page.ShootAsync("plan-refused");
        Assert.Equal(plan, _gateway.Plans().View.Plans[0]);

        // Neither the name nor the declared type counts.
        await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "plan.txt", MimeType = "text/plain", Buffer = PngFile.Plan(600, 600) });
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator(".gateway-plan img")).ToHaveAttributeAsync("width", "600");
        await page.ClickAsync("#manage");
        await page.ShootAsync("plan-manage");
        await page.ClickAsync("#restore");
        await Assertions.Expect(page.Locator(".gateway-plan img")).ToHaveAttributeAsync("width", "1200");

        await page.ClickAsync("#manage");
        await page.ClickAsync("#remove");
        await page.ClickAsync("#remove-sure");
        await Assertions.Expect(page.Locator("#upload")).ToBeVisibleAsync();
        Assert.Empty(_gateway.Plans().View.Plans);
    }

    [Fact(Timeout = 120_000)]
    public async Task Guard_sees_neither_the_plan_nor_a_way_to_it()
    {
        var plan = await _gateway.UploadedAsync();
        _gateway.Plans().Place(new PlanPlace("gate-1", plan.Id, 0.6, 0.5, new("东门", "East gate")));
        var page = await _chromium.OpenAsync(_gateway, "/", role: AccountRole.Guard);
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await Assertions.Expect(page.Locator("#plan, #to-plan")).ToHaveCountAsync(0);
        var stream = await page.EvaluateAsync<string>("""
            new Promise(done => {
              const source = new EventSource('/live/stream?from=0');
              const names = [];
              source.addEventListener('plan', () => names.push('plan'));
              source.addEventListener('pulse', () => { names.push('pulse'); source.close(); done(names.join()); });
            })
            """);
        Assert.Equal("pulse", stream);

        using var guard = new FormBrowser(_gateway.Address);
        await guard.SignInAsync(_gateway, role: AccountRole.Guard);
        Assert.Equal(HttpStatusCode.Forbidden, (await guard.GetAsync($"/plan/pictures/{plan.Picture.Id}.jpg")).StatusCode);
    }

    [Fact(Timeout = 180_000)]
    [Trait("Looks", "pages")]
    public async Task Plan_fits_phone_and_desk_in_both_languages_and_schemes_without_accessibility_violations()
    {
        var plan = await _gateway.UploadedAsync();
        await _gateway.UploadedAsync("地下车库与 2 号楼 Underground car park <b>");
        var places = (string[])["gate-1", "gate-2", "gate-3", .. Enumerable.Range(1, 9).Select(number => $"light-{number}"), "gate-9"];
        foreach (var (index, device) in places.Index())
        {
            _gateway.Plans().Place(new PlanPlace(device, plan.Id, 0.03 + (index * 0.077), 0.1 + (index % 4 * 0.26), new("已拆除的旧大门 <b>x", "Old gate that was removed")));
        }

        foreach (var (path, name) in ((string, string)[])[("/plan", "plan"), ("/", "live")])
        {
            await _chromium.LookAsync(_gateway, path, name, prepare: page => Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live"));
        }

        await _chromium.LookAsync(_gateway, "/plan/new", "plan-new");
        await _chromium.LookAsync(_gateway, $"/plan/{plan.Id}", "plan-manage");
    }
}
