using EdgeGateway.Testing.Browser;
using Gateway.Drivers.Devices;
using Gateway.Drivers.FallingObjectCameras;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Journal;
using Gateway.Edge.Perception.FallingObjects;
using Gateway.Edge.Tests.Alerts.FallingObjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Facades;

public sealed class ThrowPageTests : IAsyncLifetime
{
    private static readonly DeviceId Tower = new("tower-1");

    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private TestThrows Throws => _gateway.App.Services.GetRequiredService<TestThrows>();

    private Facade Facade => _gateway.App.Services.GetRequiredService<IDeviceDirectory>().Of<IFallingObjectCamera>()[0].Facade;

    private FallView View => new(640, 360, Facade.Region, Facade.Ignore, Facade.Calibration, 10);

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
    public async Task Test_throw_appears_by_itself_and_is_compared_with_the_floor_that_was_told()
    {
        var page = await _chromium.OpenAsync(_gateway, "/facades/tower-1", width: 390, height: 844);
        await Assertions.Expect(page.Locator("#armed")).ToContainTextAsync("照常报警");
        await page.EvaluateAsync("window.untouched = true");
        await page.FillAsync("#minutes", "15");
        await page.ClickAsync("#begin-throws");

        await Assertions.Expect(page.Locator("#armed")).ToContainTextAsync("试抛模式到");
        Assert.True(Throws.IsArmed(Tower, TimeProvider.System.GetUtcNow()));
        Assert.InRange(Throws.ArmedUntil(Tower)!.Value, TimeProvider.System.GetUtcNow().AddMinutes(13), TimeProvider.System.GetUtcNow().AddMinutes(15));
        await Assertions.Expect(page.Locator("#throw-list")).ToContainTextAsync("还没有试抛");

        Throws.Report(Tower, Falls.Of(floor: 12, width: 640, height: 360), View);
        var one = page.Locator("#throw-1");
        await Assertions.Expect(one).ToContainTextAsync("12 层");
        await Assertions.Expect(one).ToContainTextAsync("11 至 13 层");
        await Assertions.Expect(one).ToContainTextAsync("9.70 ± 0.20 m/s²");
        await Assertions.Expect(one).ToContainTextAsync("1.4 像素");
        await Assertions.Expect(one).ToContainTextAsync("符合自由落体");
        Assert.True(await one.Locator(".gateway-track").CountAsync() > 10);
        await Assertions.Expect(one.Locator(".gateway-curve")).ToHaveCountAsync(1);

        await page.FillAsync("#from-1", "12");
        await one.Locator("button").ClickAsync();
        await Assertions.Expect(one).ToContainTextAsync("与实际一致：12 层");
        await page.FillAsync("#from-1", "9");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(one).ToContainTextAsync("不一致：实际 9 层，测得高 3 层");
        await page.ShootAsync("throws-zh-390");
        await Accessibility.CheckAsync(page);

        // What somebody types while another throw comes in stays typed.
        await page.FillAsync("#from-1", "11");
        Throws.Report(Tower, Falls.Of(floor: 5, width: 640, height: 360), View);
        await Assertions.Expect(page.Locator("#throw-2")).ToContainTextAsync("5 层");
        await Assertions.Expect(page.Locator("#from-1")).ToHaveValueAsync("11");

        await page.ClickAsync("#end-throws");
        await Assertions.Expect(page.Locator("#armed")).ToContainTextAsync("照常报警");
        Assert.False(Throws.IsArmed(Tower, TimeProvider.System.GetUtcNow()));
        Assert.True(await page.EvaluateAsync<bool>("window.untouched"));
        var audits = (await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 500, Token)).Select(record => System.Text.Encoding.UTF8.GetString(record.Data.Span)).ToList();
        Assert.Contains(audits, audit => audit.Contains("test-throws-begin", StringComparison.Ordinal) && audit.Contains("for 15 min", StringComparison.Ordinal));
        Assert.Contains(audits, audit => audit.Contains("test-throws-end", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Results_are_there_in_English_on_a_desk_when_the_page_is_opened_later()
    {
        Throws.Report(Tower, Falls.Of(floor: 12, width: 640, height: 360), View);
        Throws.Tell(Tower, 1, 13);
        var page = await _chromium.OpenAsync(_gateway, "/facades/tower-1");
        await page.ClickAsync("[data-language]");
        await Assertions.Expect(page.Locator("#throw-1")).ToContainTextAsync("Agrees within its range: thrown from floor 13, found 1 floor too low");
        await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        await page.ShootAsync("throws-en-1440");
        await Accessibility.CheckAsync(page);
    }

    [Fact(Timeout = 120_000)]
    public async Task Forms_work_without_scripts()
    {
        using var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        using var begun = await browser.PostAsync("/facades/tower-1", "/facades/tower-1/throws/begin", ("minutes", "5"));
        Assert.Equal("/facades/tower-1#throws", begun.Headers.Location?.OriginalString);
        Assert.NotNull(Throws.ArmedUntil(Tower));

        Throws.Report(Tower, Falls.Of(floor: 12), View);
        using var told = await browser.PostAsync("/facades/tower-1", "/facades/tower-1/throws/floors", ("floor-1", "12"), ("floor-99", "3"), ("floor-x", "3"));
        Assert.Equal(12, Throws.Results(Tower)[0].From);
        using var wrong = await browser.PostAsync("/facades/tower-1", "/facades/tower-1/throws/floors", ("floor-1", "400"));
        Assert.Equal(12, Throws.Results(Tower)[0].From);
        using var ended = await browser.PostAsync("/facades/tower-1", "/facades/tower-1/throws/end");
        Assert.Null(Throws.ArmedUntil(Tower));
    }

    [Theory(Timeout = 120_000)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("61")]
    [InlineData("-5")]
    [InlineData("ten")]
    public async Task Time_out_of_bounds_arms_nothing(string minutes)
    {
        using var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        using var answer = await browser.PostAsync("/facades/tower-1", "/facades/tower-1/throws/begin", ("minutes", minutes));
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(Throws.ArmedUntil(Tower));
    }
}
