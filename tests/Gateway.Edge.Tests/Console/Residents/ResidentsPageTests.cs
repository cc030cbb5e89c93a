using System.Diagnostics;
using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Passes;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Sessions;
using Gateway.Edge.Console.Residents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Residents;

/// <summary>The list of residents: who is found, and what it says of each.</summary>
public sealed class ResidentsPageTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync(services: services => services.AddSingleton(new StepUps(_time)));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Residents_are_found_by_name_unit_and_part_of_a_plate()
    {
        await _gateway.RegisterAsync("王小明", "3-1202");
        await _gateway.RegisterAsync("李娜", "5-0301");
        await _gateway.ParkAsync("沪B55555", "5-0301");
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/residents");
        await Assertions.Expect(page.Locator("#count")).ToHaveTextAsync("共 2 位住户");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.InsertTextAsync("3-12");
        await Assertions.Expect(page.Locator("#list li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#list li")).ToContainTextAsync("王小明");
        await page.FillAsync("#q", "b5555");
        await Assertions.Expect(page.Locator("#list li")).ToContainTextAsync("李娜");
        await page.FillAsync("#q", "小明");
        await Assertions.Expect(page.Locator("#list li")).ToContainTextAsync("3-1202");
        await page.FillAsync("#q", "nobody");
        await Assertions.Expect(page.Locator("#list")).ToContainTextAsync("没有找到住户");
        // The way from the list to a resident and back needs no mouse.
        await page.FillAsync("#q", "");
        await Assertions.Expect(page.Locator("#list li")).ToHaveCountAsync(2);
        await page.Locator("#q").BlurAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("王小明");
    }

    [Fact(Timeout = 120_000)]
    public async Task List_says_what_each_resident_has_and_colours_a_lease_with_a_word()
    {
        var wang = await _gateway.EnrolAsync("王小明", "3-1202");
        var li = await _gateway.RegisterAsync("<img src=x onerror=alert(1)>", "5-0301", "13800000001");
        await _gateway.LeaseAsync(wang, 3);
        await _gateway.LeaseAsync(li, -1);
        _gateway.Passes().Issue(new PassRequest(li.Id, "0012345678"));
        using var browser = await _gateway.ConfirmedAsync();
        var html = await HtmlAsync(browser, "/residents");

        Assert.Contains("人脸，", html, StringComparison.Ordinal);
        Assert.Contains("租期将到", html, StringComparison.Ordinal);
        Assert.Contains("租期已过", html, StringComparison.Ordinal);
        Assert.Contains("1 张卡", html, StringComparison.Ordinal);
        Assert.Contains("138****0001", html, StringComparison.Ordinal);
        Assert.Contains("&lt;img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000001", html, StringComparison.Ordinal);
        Assert.DoesNotContain("5-0301", await HtmlAsync(browser, "/residents?show=face"), StringComparison.Ordinal);
        Assert.DoesNotContain("3-1202", await HtmlAsync(browser, "/residents?show=noface"), StringComparison.Ordinal);
        Assert.Contains("没有找到住户", await HtmlAsync(browser, "/residents?q=" + new string('x', 5000)), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Guard_may_search_and_do_nothing_else()
    {
        var wang = await _gateway.RegisterAsync("王小明", "3-1202", "13800000001");
        using var browser = await _gateway.ConfirmedAsync(AccountRole.Guard);
        var html = await HtmlAsync(browser, "/residents?q=小明");
        Assert.Contains("138****0001", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/residents/new", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"/residents/{wang.Id}", html, StringComparison.Ordinal);
        foreach (var path in (string[])["/residents/new", $"/residents/{wang.Id}", $"/residents/{wang.Id}/changes", "/residents/import", "/residents/export.csv"])
        {
            using var answer = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Export_asks_for_the_password_masks_phones_and_is_on_record()
    {
        await _gateway.RegisterAsync("=1+1", "3-1202", "13800000001");
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway, role: AccountRole.PropertyManager)).Dispose();
        _time.Advance(StepUps.Counts);
        using var asked = await browser.GetAsync("/residents/export.csv");
        Assert.Equal("/confirm", asked.Headers.Location?.OriginalString.Split('?')[0]);

        using var confirmed = await _gateway.ConfirmedAsync();
        using var export = await confirmed.GetAsync("/residents/export.csv");
        var file = await export.Content.ReadAsStringAsync(Token);
        Assert.True(export.Headers.CacheControl?.NoStore);
        Assert.Contains("'=1+1,3-1202,138****0001", file, StringComparison.Ordinal);
        var records = await ResidentRecords.OfAsync(_gateway);
        Assert.Contains(records, record => record.Contains("residents-exported", StringComparison.Ordinal) && record.Contains("propertymanager", StringComparison.Ordinal));
    }

    [Fact(Timeout = 120_000)]
    public async Task Look_at_the_list_is_on_record_once()
    {
        await _gateway.RegisterAsync("王小明", "3-1202");
        using var browser = await _gateway.ConfirmedAsync();
        await HtmlAsync(browser, "/residents");
        await HtmlAsync(browser, "/residents?q=1");
        Assert.Single(await ResidentRecords.OfAsync(_gateway), record => record.Contains("residents-look", StringComparison.Ordinal));
    }

    [Fact(Timeout = 300_000)]
    public async Task Ten_thousand_residents_come_a_page_at_a_time()
    {
        await TenThousand.AddAsync(_gateway);
        using var browser = await _gateway.ConfirmedAsync();
        await HtmlAsync(browser, "/residents");
        foreach (var path in (string[])["/residents", "/residents?page=200", "/residents?q=17-0", "/residents?q=京A0123", "/residents?q=住户 9999", "/residents?show=lease"])
        {
            var times = new List<double>();
            var html = "";
            for (var round = 0; round < 9; round++)
            {
                var began = Stopwatch.GetTimestamp();
                html = await HtmlAsync(browser, path);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            times.Sort();
            TestContext.Current.TestOutputHelper?.WriteLine($"{path}: median {times[4]:0.0} ms, longest {times[^1]:0.0} ms, {html.Length / 1024} KiB");
            Assert.InRange(html.Split("class=\"gateway-resident\"").Length - 1, 1, ResidentFinder.Rows);
        }

        Assert.Contains("共 10000 位住户", await HtmlAsync(browser, "/residents"), StringComparison.Ordinal);
    }

    private static async Task<string> HtmlAsync(FormBrowser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }
}
