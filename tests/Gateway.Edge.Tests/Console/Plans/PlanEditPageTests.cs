using System.Text;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Journal;
using Gateway.Edge.Plans;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Plans;

public sealed class PlanEditPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;
    private SitePlan _plan = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(SmallCompound.Json);
        _chromium = await Chromium.StartAsync();
        _plan = await _gateway.UploadedAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Mouse_drags_a_device_from_the_list_onto_the_plan_and_on_it_and_each_is_saved_with_its_audit()
    {
        var page = await OpenAsync();
        var row = (await page.Locator("#row-gate-1 .gateway-plan-pick").BoundingBoxAsync())!;

        await page.DragAsync((row.X + 20, row.Y + 20), await page.PointAsync(0.25, 0.5));
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("东门：横 25 %，纵 50 % · 已保存");
        Near("gate-1", 0.25, 0.5);
        await Assertions.Expect(page.Locator("#placed #row-gate-1")).ToBeVisibleAsync();

        await page.DragAsync(await page.PointAsync(0.25, 0.5), await page.PointAsync(0.75, 0.2));
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("横 75 %，纵 20 %");
        Near("gate-1", 0.75, 0.2);

        await page.ClickAsync("#undo");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("横 25 %，纵 50 %");
        Near("gate-1", 0.25, 0.5);

        var audits = await AuditsAsync();
        Assert.Equal(3, audits.Count(audit => audit.Contains("\"plan-place\"", StringComparison.Ordinal) && audit.Contains("gate-1", StringComparison.Ordinal)));
        Assert.All(audits, audit => Assert.Contains("propertymanager", audit, StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Keys_alone_place_move_and_take_off_a_device()
    {
        var page = await OpenAsync();
        await page.FocusAsync("#row-light-3 .gateway-plan-pick");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#hint")).ToContainTextAsync("3 号路灯");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#handle-light-3")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("横 50 %，纵 50 %");

        for (var press = 0; press < 5; press++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        await page.Keyboard.PressAsync("Shift+ArrowUp");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("横 55 %，纵 49.9 %");
        Near("light-3", 0.55, 0.499, 0.00005);
        Assert.Equal(2, (await AuditsAsync()).Count(audit => audit.Contains("\"plan-place\"", StringComparison.Ordinal)));

        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("3 号路灯 已取下");
        await Assertions.Expect(page.Locator("#unplaced #row-light-3 .gateway-plan-pick")).ToBeFocusedAsync();
        Assert.Empty(_gateway.Plans().View.Places);
    }

    [Fact(Timeout = 120_000)]
    public async Task Finger_places_and_drags_a_device_at_390_pixels_without_scrolling_the_page()
    {
        var page = await OpenAsync(390, 844);
        await page.ClickAsync("#row-gate-2 .gateway-plan-pick");
        await page.ScrollToStageAsync();
        var (x, y) = await page.PointAsync(0.4, 0.4);
        await page.Mouse.ClickAsync(x, y);
        await page.UntilAsync("/西门：横 (40|39\\.\\d) %/.test(document.getElementById('outcome').textContent)");

        await page.ScrollToStageAsync();
        var session = await page.Context.NewCDPSessionAsync(page);
        var before = await page.EvaluateAsync<double>("window.scrollY");
        var (from, to) = (await page.PointAsync(0.4, 0.4), await page.PointAsync(0.7, 0.8));
        await TouchAsync(session, "touchStart", from);
        for (var step = 1; step <= 5; step++)
        {
            await TouchAsync(session, "touchMove", (from.X + ((to.X - from.X) * step / 5), from.Y + ((to.Y - from.Y) * step / 5)));
        }

        await TouchAsync(session, "touchEnd", null);

        await page.UntilAsync("/横 (70|69)(\\.\\d)? %/.test(document.getElementById('outcome').textContent)");
        Near("gate-2", 0.7, 0.8, 0.01);
        Assert.Equal(before, await page.EvaluateAsync<double>("window.scrollY"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Change_that_the_gateway_refuses_is_taken_back_and_said()
    {
        _gateway.Plans().Place(new PlanPlace("gate-1", _plan.Id, 0.3, 0.3, new("东门", "East gate")));
        var page = await OpenAsync();
        _gateway.Plans().Remove(_plan.Id);

        await page.FocusAsync("#handle-gate-1");
        await page.Keyboard.PressAsync("ArrowLeft");

        await Assertions.Expect(page.Locator("#outcome.gateway-field-fault")).ToContainTextAsync("没有保存");
        await Assertions.Expect(page.Locator("#handle-gate-1")).ToHaveAttributeAsync("aria-label", "东门：横 30 %，纵 30 %");
    }

    [Fact(Timeout = 120_000)]
    public async Task Device_that_has_gone_is_shown_and_can_be_taken_off()
    {
        _gateway.Plans().Place(new PlanPlace("gate-9", _plan.Id, 0.3, 0.3, new("旧门", "Old gate")));
        var page = await OpenAsync();
        await Assertions.Expect(page.Locator("#row-gate-9")).ToContainTextAsync("已移除");

        await page.ClickAsync("#row-gate-9 .gateway-plan-take");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("旧门 已取下");
        Assert.Empty(_gateway.Plans().View.Places);
    }

    [Fact(Timeout = 120_000)]
    [Trait("Looks", "pages")]
    public async Task Editor_fits_phone_and_desk_in_both_languages_and_schemes_without_accessibility_violations()
    {
        foreach (var (index, device) in ((string[])["gate-1", "gate-2", "light-1", "light-2", "gate-9"]).Index())
        {
            _gateway.Plans().Place(new PlanPlace(device, _plan.Id, 0.05 + (index * 0.22), 0.1 + (index * 0.2), new(device == "gate-9" ? "旧门 <b>x" : device, device)));
        }

        await _chromium.LookAsync(_gateway, $"/plan/{_plan.Id}/edit", "plan-edit", prepare: page => page.ReadyAsync());
    }

    private static async Task TouchAsync(ICDPSession session, string type, (float X, float Y)? at) => await session.SendAsync("Input.dispatchTouchEvent", new()
    {
        ["type"] = type,
        ["touchPoints"] = at is { } point ? new object[] { new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y } } : Array.Empty<object>(),
    });

    private async Task<IPage> OpenAsync(int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await _chromium.OpenAsync(_gateway, $"/plan/{_plan.Id}/edit", width, height, scheme);
        await page.ReadyAsync();
        return page;
    }

    private void Near(string device, double x, double y, double within = 0.005)
    {
        var place = _gateway.Plans().View.Places[device];
        Assert.Equal(x, place.X, within);
        Assert.Equal(y, place.Y, within);
    }

    private async Task<List<string>> AuditsAsync()
    {
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 500, Token);
        return [.. records.Where(record => record.Kind == EventKind.Audit).Select(record => Encoding.UTF8.GetString(record.Data.Span)).Where(text => text.Contains("\"plan-", StringComparison.Ordinal))];
    }
}
