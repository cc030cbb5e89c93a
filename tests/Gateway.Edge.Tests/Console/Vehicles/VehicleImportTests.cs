using System.Net;
using System.Text;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Console.Vehicles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Vehicles;

/// <summary>Files in and out of the list of vehicles, through the page.</summary>
public sealed class VehicleImportTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IVehicleDesk Desk => _gateway.App.Services.GetRequiredService<IVehicleDesk>();

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

    [Fact(Timeout = 120_000)]
    public async Task Export_is_previewed_confirmed_and_taken_over_again()
    {
        await Desk.AddAsync(new VehicleDraft("京A12345", VehicleStanding.Resident, "王磊", "3-1202"), "test", Token);
        await Desk.AddAsync(new VehicleDraft("沪B55555", VehicleStanding.Resident, "李娜", "5-0301"), "test", Token);
        using var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        using var export = await browser.GetAsync("/vehicles/export.csv");
        Assert.Equal(("text/csv", true), (export.Content.Headers.ContentType?.MediaType, export.Headers.CacheControl?.NoStore));
        var file = await export.Content.ReadAsByteArrayAsync(Token);
        foreach (var vehicle in await Desk.ListAsync(new VehicleFilter(), Token))
        {
            await Desk.RemoveAsync(vehicle.Id, "test", Token);
        }

        var page = await _chromium.SignedInAsync(_gateway, "/vehicles/import");
        await PreviewAsync(page, file);
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("预览：共 2 行，新增 2");
        Assert.Empty(await Desk.ListAsync(new VehicleFilter(), Token));
        await page.ClickAsync("#confirm");
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("已导入：共 2 行，新增 2");
        Assert.Equal(2, (await Desk.ListAsync(new VehicleFilter(), Token)).Count);

        await PreviewAsync(page, file);
        await Assertions.Expect(page.Locator("#report")).ToContainTextAsync("文件里没有要改变的内容");
        await Assertions.Expect(page.Locator("#confirm")).ToBeHiddenAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Faulty_rows_are_named_with_their_fix_as_text_and_nothing_is_taken_over()
    {
        var header = Encoding.UTF8.GetString(await Desk.ExportAsync(withPhones: false, "test", Token)).Trim('\r', '\n');
        var page = await _chromium.SignedInAsync(_gateway, "/vehicles/import");
        await PreviewAsync(page, Encoding.UTF8.GetBytes($"{header}\r\n<img src=x onerror=window.hacked=1>,住户\r\n"));

        await Assertions.Expect(page.Locator("#report [role=alert]")).ToContainTextAsync("没有导入任何一行");
        await Assertions.Expect(page.Locator(".gateway-faults tbody tr").First).ToContainTextAsync("2");
        Assert.Equal(0, await page.Locator(".gateway-faults img").CountAsync());
        await Assertions.Expect(page.Locator("#confirm")).ToBeHiddenAsync();
        Assert.Empty(await Desk.ListAsync(new VehicleFilter(), Token));
    }

    [Fact(Timeout = 120_000)]
    public async Task Preview_that_is_no_longer_held_is_not_confirmed()
    {
        using var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        using var stale = await browser.PostAsync("/vehicles/import", "/vehicles/import", ("_handler", "confirm"), ("Sure.Ticket", "made-up"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Contains("预览已过期", await stale.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_are_given_out_once_for_a_quarter_of_an_hour_and_the_oldest_makes_room()
    {
        var time = new FakeTimeProvider();
        var pending = new PendingImports(time);
        var first = pending.Add([1]);
        var tickets = Enumerable.Range(2, 4).Select(number => pending.Add([(byte)number])).ToList();

        Assert.Null(pending.Take(first));
        Assert.Equal([3], pending.Take(tickets[1]));
        Assert.Null(pending.Take(tickets[1]));
        Assert.Null(pending.Take(null));
        time.Advance(PendingImports.Held + TimeSpan.FromSeconds(1));
        Assert.Null(pending.Take(tickets[2]));
    }

    private static async Task PreviewAsync(IPage page, byte[] file)
    {
        await page.SetInputFilesAsync("#file", new FilePayload { Name = "vehicles.csv", MimeType = "text/csv", Buffer = file });
        await page.ClickAsync("#preview");
        await Assertions.Expect(page.Locator("#report")).ToBeVisibleAsync();
    }
}
