using System.Net;
using System.Text.Json;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Journal;
using Gateway.Edge.Orders;
using Gateway.Edge.Passages.Vehicles;
using Gateway.Edge.Tests.Console.Vehicles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Barriers;

/// <summary>What a guard sees of barriers and orders from the page.</summary>
public sealed class BarriersPageTests : IAsyncLifetime, ILaneDesk
{
    private readonly List<string> _orders = [];
    private ConsoleUnderTest _gateway = null!;
    private readonly OrderAnswer _answer = new(true, "done", new("已抬杆", "Raised."));
    private Exception? _fault;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private LaneBoard Board => _gateway.App.Services.GetRequiredService<LaneBoard>();

    // The lanes themselves are not run: the board shows what the test puts on it.
    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(TwoBarriers.Json, services =>
        {
            services.AddSingleton<ILaneDesk>(this);
            services.Remove(services.Single(service => service.ImplementationType == typeof(LaneLoops)));
        });
        Board.Show(TwoBarriers.Lane(TwoBarriers.East));
        Board.Show(TwoBarriers.Lane(TwoBarriers.West));
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    ValueTask<OrderAnswer> ILaneDesk.LetInAsync(DeviceId barrier, Guid? vehicle, string by, string why, CancellationToken cancellationToken) => Order($"in {barrier} {vehicle} {by} {why}");

    ValueTask<OrderAnswer> ILaneDesk.SendAwayAsync(DeviceId barrier, Guid? vehicle, string by, string why, CancellationToken cancellationToken) => Order($"away {barrier} {vehicle} {by} {why}");

    [Fact(Timeout = 120_000)]
    public async Task Vehicle_that_waits_shows_without_reload_and_is_let_in_with_a_reason()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/barriers");
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await Assertions.Expect(page.Locator("#now-barrier-east")).ToContainTextAsync("没有车辆等待");
        await page.EvaluateAsync("window.untouched = true");

        var vehicle = TwoBarriers.Waiting("粤B12345", VehicleOutcome.Unknown, vehicle: null, alarmed: true);
        Board.Show(TwoBarriers.Lane(TwoBarriers.East, vehicle));
        await Assertions.Expect(page.Locator("#waiting-barrier-east .gateway-plate")).ToHaveTextAsync("粤B·12345");
        await Assertions.Expect(page.Locator("#now-barrier-east")).ToContainTextAsync("未登记，请保安核实后放行");
        await Assertions.Expect(page.Locator(".gateway-queue .gateway-plate")).ToHaveTextAsync("沪A·D12345");

        await page.Locator("#let-in-barrier-east").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#act-barrier-east #panel")).ToContainTextAsync("粤B·12345");
        await page.ClickAsync("#sure-barrier-east");
        await Assertions.Expect(page.Locator("#why-barrier-east-fault")).ToContainTextAsync("请选择或填写原因");
        Assert.Empty(_orders);

        // The view goes on under an open panel, and the panel stays.
        Board.Show(TwoBarriers.Lane(TwoBarriers.East, vehicle, mode: BarrierMode.Manual));
        await Assertions.Expect(page.Locator("#now-barrier-east")).ToContainTextAsync("手动");
        await page.ClickAsync("label[for=pick-barrier-east-1]");
        await page.ClickAsync("#sure-barrier-east");
        await Assertions.Expect(page.Locator("#act-barrier-east .station-good")).ToContainTextAsync("已抬杆");
        Assert.Equal([$"in barrier-east {vehicle.Id} console:administrator, 127.0.0.1 外卖或快递"], _orders);
        await page.ClickAsync("#act-barrier-east [data-close-panel]");
        await Assertions.Expect(page.Locator("#act-barrier-east")).ToBeEmptyAsync();
        await Assertions.Expect(page.Locator("#let-in-barrier-east")).ToBeFocusedAsync();
        Assert.True(await page.EvaluateAsync<bool>("window.untouched"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Panel_on_a_page_of_its_own_answers_there_as_after_the_password_was_asked_for()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/barriers");
        var vehicle = TwoBarriers.Waiting("粤B12345", VehicleOutcome.Unknown, vehicle: null, alarmed: true);
        Board.Show(TwoBarriers.Lane(TwoBarriers.East, vehicle));

        await page.GotoAsync($"{_gateway.Address}barriers/barrier-east/let-in?vehicle={vehicle.Id}");
        await page.ClickAsync("#sure-barrier-east");
        await Assertions.Expect(page.Locator("#why-barrier-east-fault")).ToContainTextAsync("请选择或填写原因");
        await page.ClickAsync("label[for=pick-barrier-east-1]");
        await page.ClickAsync("#sure-barrier-east");

        await Assertions.Expect(page.Locator("#panel .station-good")).ToContainTextAsync("已抬杆");
        Assert.Equal([$"in barrier-east {vehicle.Id} console:administrator, 127.0.0.1 外卖或快递"], _orders);
    }

    [Fact(Timeout = 120_000)]
    public async Task Order_meant_for_a_vehicle_that_has_left_moves_nothing()
    {
        var first = TwoBarriers.Waiting("粤B12345", VehicleOutcome.Unknown, vehicle: null);
        Board.Show(TwoBarriers.Lane(TwoBarriers.East, first));
        using var browser = await SignedInAsync();
        var path = $"/barriers/barrier-east/let-in?vehicle={first.Id}";
        Board.Show(TwoBarriers.Lane(TwoBarriers.East, TwoBarriers.Waiting("冀B88888", VehicleOutcome.Denied, vehicle: null)));

        using var late = await browser.PostAsync(path, path, ("_handler", "act"), ("Form.Pick", "0"));

        Assert.Contains("这辆车已经不在闸前", await late.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var nobody = await browser.PostAsync("/barriers/barrier-east/raise", "/barriers/barrier-east/let-in", ("_handler", "act"), ("Form.Pick", "0"));
        Assert.Contains("这辆车已经不在闸前", await nobody.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(_orders);
    }

    [Fact(Timeout = 120_000)]
    public async Task Denied_vehicle_shows_why_to_the_guard_before_it_is_let_in()
    {
        var denied = new Vehicle(Guid.NewGuid(), MadeUpVehicles.Plate("冀B88888"), VehicleStanding.Denied, "", null, null, null, null, null, null, "多次<b>占用</b>消防通道");
        var vehicle = TwoBarriers.Waiting("冀B88888", VehicleOutcome.Denied, denied, alarmed: true);
        Board.Show(TwoBarriers.Lane(TwoBarriers.East, vehicle));
        using var browser = await SignedInAsync();
        foreach (var path in (string[])["/barriers", $"/barriers/barrier-east/let-in?vehicle={vehicle.Id}"])
        {
            using var answer = await browser.GetAsync(path);
            Assert.Contains("此车在禁入名单上：多次&lt;b&gt;占用&lt;/b&gt;消防通道", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Device_that_does_not_do_it_says_so_and_what_was_ordered_is_on_record()
    {
        using var browser = await SignedInAsync();
        using var raised = await browser.PostAsync("/barriers/barrier-east/raise", "/barriers/barrier-east/raise", ("_handler", "act"), ("Form.Why", "搬家车辆"));
        var html = await raised.Content.ReadAsStringAsync(Token);
        Assert.Contains("role=\"status\"", html, StringComparison.Ordinal);
        using var mode = await browser.PostAsync("/barriers/barrier-east/mode", "/barriers/barrier-east/mode", ("_handler", "act"), ("Form.Mode", "HeldUp"), ("Form.Why", "搬家车辆"));
        Assert.Equal(HttpStatusCode.OK, mode.StatusCode);
        using var fire = await browser.PostAsync("/barriers/barrier-east/mode", "/barriers/barrier-east/mode", ("_handler", "act"), ("Form.Mode", "FireOverride"), ("Form.Why", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, fire.StatusCode);

        var orders = await OrdersOnRecordAsync();
        Assert.Equal(
            [("barrier-raise", "console:administrator, 127.0.0.1", "搬家车辆"), ("barrier-mode-held-up", "console:administrator, 127.0.0.1", "搬家车辆")],
            orders.Select(order => (order.Order, order.By, order.Why!)));

        var vehicle = TwoBarriers.Waiting("粤B12345", VehicleOutcome.Unknown, vehicle: null);
        Board.Show(TwoBarriers.Lane(TwoBarriers.East, vehicle));
        var path = $"/barriers/barrier-east/let-in?vehicle={vehicle.Id}";
        var away = $"/barriers/barrier-east/send-away?vehicle={vehicle.Id}";
        using var sent = await browser.PostAsync(away, away, ("_handler", "act"), ("Form.Why", "没有预约"));
        Assert.Contains("已抬杆", await sent.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        _fault = new DeviceFaultException("barrier-east: the relay does not answer.");
        using var failed = await browser.PostAsync(path, path, ("_handler", "act"), ("Form.Pick", "0"));
        Assert.Contains("the relay does not answer", await failed.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        // With no lane running, nobody but the page has put these there.
        Assert.Equal(
            [("vehicle-send-away", CommandOutcome.Done, "没有预约"), ("vehicle-let-in", CommandOutcome.Failed, "已与住户核实")],
            (await OrdersOnRecordAsync()).Skip(2).Select(order => (order.Order, order.Outcome, order.Why!)));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("/barriers/barrier-east/raise")]
    [InlineData("/barriers/barrier-east/let-in")]
    public async Task Order_without_the_form_s_token_or_without_sign_in_moves_nothing(string path)
    {
        using var stranger = new FormBrowser(_gateway.Address);
        using var unknown = await stranger.PostAsync("/sign-in", path, ("_handler", "act"), ("Form.Why", "x"));
        Assert.NotEqual(HttpStatusCode.OK, unknown.StatusCode);

        using var browser = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("_handler", "act"), new("Form.Why", "x")]) };
        using var forged = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Empty(_orders);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("/barriers/barrier-north/raise")]
    [InlineData("/barriers/barrier-east/explode")]
    public async Task What_does_not_stand_is_not_found(string path)
    {
        using var browser = await SignedInAsync();
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Picture_of_the_vehicle_is_there_for_staff_alone_and_kept_nowhere()
    {
        var picture = _gateway.App.Services.GetRequiredService<LanePictures>().Add(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 })!;
        using var browser = new FormBrowser(_gateway.Address);
        using (var stranger = await browser.GetAsync($"/barriers/pictures/{picture}.jpg"))
        {
            Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
        }

        await browser.SignInAsync(_gateway);
        using var shown = await browser.GetAsync($"/barriers/pictures/{picture}.jpg");
        Assert.Equal((HttpStatusCode.OK, "image/jpeg", true), (shown.StatusCode, shown.Content.Headers.ContentType?.MediaType, shown.Headers.CacheControl?.NoStore));
        using var gone = await browser.GetAsync($"/barriers/pictures/{new string('0', 32)}.jpg");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Barrier_whose_camera_is_broken_is_by_hand_with_its_reason_here_and_on_the_status_page()
    {
        Board.Show(TwoBarriers.Lane(TwoBarriers.West, sight: LaneSight.ByHand, trouble: new("车牌摄像机离线，请保安值守", "The plate camera is away: a guard is needed")));
        using var browser = await SignedInAsync();
        using var barriers = await browser.GetAsync("/barriers");
        Assert.Contains("车牌摄像机离线，请保安值守", await barriers.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var status = await browser.GetAsync("/");
        var html = await status.Content.ReadAsStringAsync(Token);
        Assert.Contains("西门 &lt;道闸&gt; · 人工操作", html, StringComparison.Ordinal);
        Assert.Contains("1 / 2", html, StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Live_view_fits_phone_and_desk_in_both_languages_without_accessibility_violations()
    {
        await using var chromium = await Chromium.StartAsync();
        var denied = new Vehicle(Guid.NewGuid(), MadeUpVehicles.Plate("冀B88888"), VehicleStanding.Denied, "", null, null, null, null, null, null, "多次占用消防通道");
        Board.Show(TwoBarriers.Lane(TwoBarriers.East, TwoBarriers.Waiting("冀B88888", VehicleOutcome.Denied, denied, alarmed: true), last:
            [TwoBarriers.Passed("京A12345", VehicleEnd.Passed), TwoBarriers.Passed("沪AD12345", VehicleEnd.Followed), TwoBarriers.Passed("苏E1234挂", VehicleEnd.Passed, "console:administrator, 127.0.0.1")]));
        Board.Show(TwoBarriers.Lane(TwoBarriers.West, sight: LaneSight.ByHand, trouble: new("车牌摄像机离线，请保安值守", "The plate camera is away: a guard is needed"), mode: BarrierMode.Manual));
        await chromium.LookAsync(_gateway, "/barriers", "barriers", prepare: async page =>
        {
            await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
            await page.ClickAsync("#let-in-barrier-east");
            await page.ClickAsync("#mode-barrier-west");
            await Assertions.Expect(page.Locator("#sure-barrier-west")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#sure-barrier-east")).ToBeVisibleAsync();
        });
        await chromium.LookAsync(_gateway, "/", "status-vehicles");
    }

    private async Task<IReadOnlyList<DeviceOrderAudit>> OrdersOnRecordAsync()
    {
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 1000, Token);
        return [.. records.Where(record => record.Kind == EventKind.Audit).Select(record => JsonSerializer.Deserialize<DeviceOrderAudit>(record.Data.Span, JsonSerializerOptions.Web)!).Where(order => order.Action == DeviceOrderAudit.Ordered)];
    }

    private ValueTask<OrderAnswer> Order(string order)
    {
        if (_fault is { } fault)
        {
            throw fault;
        }

        _orders.Add(order);
        return ValueTask.FromResult(_answer);
    }

    private async Task<FormBrowser> SignedInAsync()
    {
        var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        return browser;
    }
}
