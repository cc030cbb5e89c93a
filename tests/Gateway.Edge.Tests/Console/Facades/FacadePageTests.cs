using System.Globalization;
using EdgeGateway.Testing.Browser;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Journal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Facades;

public sealed class FacadePageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IDeviceDirectory Devices => _gateway.App.Services.GetRequiredService<IDeviceDirectory>();

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(TwoTowers.Json);
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Devices_page_leads_to_each_camera_s_calibration_and_the_list_tells_how_good_it_is()
    {
        var page = await OpenAsync("/devices", "#live");
        await page.ClickAsync("#device-tower-2 .gateway-calibrate");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("2 号楼 <南>");

        await page.ClickAsync(".station-back");
        await Assertions.Expect(page.Locator("#facade-tower-1")).ToContainTextAsync("18 层，层高 2.9 米，按安装位置");
        await Assertions.Expect(page.Locator("#facade-tower-2")).ToContainTextAsync("5 条楼层线，10 列窗");
        await page.ShootAsync("facades-zh");
    }

    [Fact(Timeout = 120_000)]
    public async Task Still_shows_with_the_predicted_floors_and_columns_over_it_and_the_fit_in_words()
    {
        var page = await OpenAsync("/facades/tower-2");

        await Assertions.Expect(page.Locator("#line-error")).ToContainTextAsync("像素（均方根，5 条线）");
        await Assertions.Expect(page.Locator("#fit")).ToContainTextAsync("上部");
        await Assertions.Expect(page.Locator("#stage .gateway-line")).ToHaveCountAsync(5);
        await Assertions.Expect(page.Locator("#stage .gateway-column")).ToHaveCountAsync(9);
        await Assertions.Expect(page.Locator("#stage-floor-9")).ToHaveCountAsync(1);
        var y = await NumberAsync(page, "#stage-floor-9", "y1");
        Assert.Equal(0.417 * 360, y, 4.0);
        await Assertions.Expect(page.Locator("#stage")).ToHaveAttributeAsync("data-picture", "shown");
        await Assertions.Expect(page.Locator("#standing")).ToContainTextAsync("已生效");
        await Assertions.Expect(page.Locator("#save")).ToBeDisabledAsync();
        var still = await page.EvaluateAsync<string>("fetch('/facades/tower-2/still.jpg').then(answer => answer.status + ' ' + answer.headers.get('content-type') + ' ' + answer.headers.get('cache-control'))");
        Assert.Equal("200 image/jpeg no-store", still);
    }

    [Fact(Timeout = 120_000)]
    public async Task Facade_is_drawn_by_pointer_from_nothing_saved_and_in_force_without_touching_the_other_camera()
    {
        var page = await OpenAsync("/facades/tower-1");
        await page.CheckAsync("[name=method][value=floorLines]");
        await Assertions.Expect(page.Locator("[data-fault=floorLines]")).ToContainTextAsync("4 条楼层线");
        await Assertions.Expect(page.Locator("#save")).ToBeDisabledAsync();

        // The wall is seen from the placement: its slabs are where the painter put them.
        var wall = Placed.Calibration;
        foreach (var floor in (int[])[6, 9, 12])
        {
            await page.TapAsync(0.5, wall.RowOf((floor - 1) * 2.9));
            await page.Keyboard.TypeAsync(floor.ToString(CultureInfo.InvariantCulture));
        }

        // What was filled in counts once somebody has touched it.
        await page.ClickAsync("#fill-lines");
        await Assertions.Expect(page.Locator("#lines")).ToContainTextAsync("待核对");
        await Assertions.Expect(page.Locator("[data-fault=floorLines]")).ToContainTextAsync("4 条楼层线");
        await page.ShootAsync("facade-filled");
        var suggested = page.Locator("#stage .gateway-suggested");
        await suggested.Last.ClickAsync();
        for (var left = await suggested.CountAsync(); left > 0; left--)
        {
            await Assertions.Expect(suggested).ToHaveCountAsync(left);
            await suggested.First.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
        }

        await Assertions.Expect(page.Locator("#line-error")).ToBeVisibleAsync();
        Assert.InRange(await page.Locator("#stage .gateway-line").CountAsync(), 8, 18);
        await page.DragAsync("#stage-handle-line-0", 0, 12);
        await Assertions.Expect(page.Locator("#fit")).ToContainTextAsync("偏差最大");
        await page.Locator("#stage-handle-line-0").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator("#fit")).Not.ToContainTextAsync("偏差最大");

        await page.ClickAsync("label[for=mode-region]");
        await page.DragAsync("#stage-handle-region-0", 20, 15);
        await page.FillAsync("#field-columns", "9");
        await page.ClickAsync("label[for=mode-ignore]");
        await page.ClickAsync("#add-area");
        foreach (var (x, y) in ((double, double)[])[(0.2, 0.7), (0.4, 0.7), (0.3, 0.9)])
        {
            await page.TapAsync(x, y);
        }

        await page.ClickAsync("#drawn");
        await page.ShootAsync("facade-drawn");
        await Assertions.Expect(page.Locator("#save")).ToBeEnabledAsync();
        var (before, revision) = (Devices.Of<IFallingObjectCamera>()[1], Devices.Revision);
        await page.ClickAsync("#save");

        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("已保存");
        await Devices.ChangedAsync(revision, Token);
        await Assertions.Expect(page.Locator("#standing")).ToContainTextAsync("已生效");
        var saved = ((FallingObjectCameraDescription)Devices.Hardware.Devices[0]).Facade;
        Assert.Equal((18, 9, 1), (saved.Calibration.Building.Floors, saved.Columns, saved.Ignore.Count));
        Assert.InRange(saved.Calibration.Lines.Count, 7, 17);
        Assert.Equal(0.08 + (20 / await page.StageWidthAsync()), saved.Region.Corners[0].X, 0.01);
        for (var metres = 12.0; metres < 30; metres += 6)
        {
            Assert.Equal(metres, saved.Calibration.HeightAt(wall.RowOf(metres)).Metres, 0.6);
        }

        Assert.Same(before, Devices.Of<IFallingObjectCamera>()[1]);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(_gateway.HardwareFile)!, "hardware.json.*.bak"));
        Assert.Contains("\"id\": \"tower-2\",   \"kind\"", await File.ReadAllTextAsync(_gateway.HardwareFile, Token), StringComparison.Ordinal);
        Assert.Contains(await AuditsAsync(), audit => audit.Contains("facade-save", StringComparison.Ordinal) && audit.Contains("人工保存立面标定：18 层", StringComparison.Ordinal) && audit.Contains("administrator", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Fields_alone_are_enough_and_faults_stand_at_them()
    {
        var page = await OpenAsync("/facades/tower-1");
        await page.FillAsync("#field-floors", "0");
        await Assertions.Expect(page.Locator("#field-floors-fault")).ToContainTextAsync("1..200");
        await Assertions.Expect(page.Locator("#field-floors")).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(page.Locator("#save")).ToBeDisabledAsync();
        await page.FillAsync("#field-floors", "");
        await Assertions.Expect(page.Locator("#field-floors-fault")).ToContainTextAsync("缺少此项");
        await page.FillAsync("#field-floors", "20");
        await page.FillAsync("#field-placement-tilt", "80");
        await Assertions.Expect(page.Locator("[data-fault=placement]")).ToContainTextAsync("天顶");
        await page.FillAsync("#field-placement-tilt", "33.5");
        await page.FillAsync("#field-columns", "61");
        await Assertions.Expect(page.Locator("#field-columns-fault")).ToContainTextAsync("1..60");
        await page.FillAsync("#field-columns", "");
        await page.ClickAsync("#region-part summary");
        await page.FillAsync("[data-path='region[0].x']", "10");
        await Assertions.Expect(page.Locator("#save")).ToBeEnabledAsync();
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("已保存");

        // What was saved is what the next save begins from.
        await page.FillAsync("#field-floors", "21");
        await Assertions.Expect(page.Locator("#save")).ToBeEnabledAsync();
        await page.ClickAsync("#save");
        await Assertions.Expect(page.Locator("#outcome")).ToContainTextAsync("已保存");
        var facade = ((FallingObjectCameraDescription)HardwareReader.Read(_gateway.HardwareFile, _ => null).Devices[0]).Facade;
        Assert.Equal((21, 0.1), (facade.Calibration.Building.Floors, facade.Region.Corners[0].X));
        Assert.DoesNotContain("focalLength", facade.Canonical, StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Dots_move_by_keys_and_corners_come_and_go()
    {
        var page = await OpenAsync("/facades/tower-1");
        await page.ClickAsync("label[for=mode-region]");
        var dot = page.Locator("#stage-handle-region-0");
        await dot.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(dot).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-path='region[0].x']")).ToHaveValueAsync("9");
        await Assertions.Expect(page.Locator("[data-path='region[0].y']")).ToHaveValueAsync("2.05");

        await page.Locator("#stage-handle-insert-region-1").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#region input")).ToHaveCountAsync(10);
        await page.Locator("#stage-handle-region-2").FocusAsync();
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(page.Locator("#region input")).ToHaveCountAsync(8);
        await page.ClickAsync("#draw-anew");
        await Assertions.Expect(page.Locator("[data-fault=region]")).ToContainTextAsync("三个");
        foreach (var (x, y) in ((double, double)[])[(0.2, 0.2), (0.8, 0.2), (0.5, 0.9)])
        {
            await page.TapAsync(x, y);
        }

        await page.ClickAsync("#drawn");
        await Assertions.Expect(page.Locator("#fit")).ToContainTextAsync("上部");
    }

    [Fact(Timeout = 120_000)]
    public async Task Finger_drags_a_line_on_a_phone()
    {
        var page = await OpenAsync("/facades/tower-2", width: 390, height: 844);
        await Assertions.Expect(page.Locator("#line-error")).ToBeVisibleAsync();
        var before = await NumberAsync(page, "#stage-line-2", "y1");
        var box = (await page.Locator("#stage-handle-line-2").BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Input.dispatchTouchEvent", Touch("touchStart", box.X + (box.Width / 2), box.Y + (box.Height / 2)));
        for (var step = 1; step <= 6; step++)
        {
            await session.SendAsync("Input.dispatchTouchEvent", Touch("touchMove", box.X + (box.Width / 2), box.Y + (box.Height / 2) + (step * 4)));
        }

        await session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });
        await Assertions.Expect(page.Locator("#stage .gateway-line")).ToHaveCountAsync(5);
        var expected = before + (24 * 640 / await page.StageWidthAsync());
        await page.UntilAsync(string.Create(CultureInfo.InvariantCulture, $"Math.abs(document.getElementById('stage-line-2').getAttribute('y1') - {expected}) < 4"));
        Assert.True(box is { Width: >= 43, Height: >= 43 }, $"a thumb needs 44 px, the dot has {box.Width} x {box.Height}");
    }

    [Fact(Timeout = 300_000)]
    [Trait("Looks", "pages")]
    public async Task Page_fits_phone_and_desk_in_both_languages_and_schemes_without_accessibility_violations()
    {
        var page = await OpenAsync("/facades/tower-2");
        foreach (var look in Looks.All)
        {
            await page.VisitAsync(new Uri(_gateway.Address, "/facades/tower-2"), look);
            await Assertions.Expect(page.Locator("#line-error")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
            await Assertions.Expect(page.Locator("#stage")).ToHaveAttributeAsync("data-picture", "shown");
            await page.CheckAsync("facade", look);
        }
    }

    private Facade Placed => Devices.Of<IFallingObjectCamera>()[0].Facade;

    private static Dictionary<string, object> Touch(string type, double x, double y) =>
        new() { ["type"] = type, ["touchPoints"] = new[] { new Dictionary<string, object> { ["x"] = x, ["y"] = y } } };

    private static async Task<double> NumberAsync(IPage page, string selector, string attribute) =>
        double.Parse((await page.Locator(selector).GetAttributeAsync(attribute))!, CultureInfo.InvariantCulture);

    private async Task<List<string>> AuditsAsync()
    {
        var reader = _gateway.App.Services.GetRequiredService<IJournalReader>();
        List<string> found = [];
        foreach (var record in await reader.ReadAsync(0, 500, Token))
        {
            // Records escape what is not ASCII.
            found.Add(System.Text.RegularExpressions.Regex.Unescape(System.Text.Encoding.UTF8.GetString(record.Data.Span)));
        }

        return found;
    }

    private Task<IPage> OpenAsync(string path, string wait = "#facade", int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light) =>
        _chromium.OpenAsync(_gateway, path, wait, width, height, scheme);
}
