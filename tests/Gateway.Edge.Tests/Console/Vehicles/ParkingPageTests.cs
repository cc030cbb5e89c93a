using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Buses.Video.Jpeg;
using Gateway.Edge.Access.Vehicles.Parking;
using Gateway.Edge.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Vehicles;

/// <summary>Vehicles in the way, reported and resolved through the page.</summary>
public sealed class ParkingPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IParkingReports Reports => _gateway.App.Services.GetRequiredService<IParkingReports>();

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Report_with_a_picture_is_made_smaller_kept_told_and_resolved()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.SignedInAsync(_gateway, "/parking", 390, 844);
        await page.ClickAsync("#report");
        await page.FillAsync("#place", "3 号楼 <b>北侧</b>");
        await page.FillAsync("#plate", "冀b88888");
        await page.SetInputFilesAsync("#photo", new FilePayload { Name = "IMG_1.jpg", MimeType = "image/jpeg", Buffer = Picture(2400, 1600) });
        await Assertions.Expect(page.Locator("[data-photo-preview]")).ToBeVisibleAsync();
        await page.UntilAsync("document.querySelector('[data-photo-preview]').width === 1600");
        await page.UntilAsync("document.querySelector('#photo').files[0].name === 'photo.jpg'");
        await page.ClickAsync("#send");

        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("未处理");
        var report = Assert.Single(await Reports.ListAsync(openOnly: true, Token));
        Assert.Equal((ParkingKind.FireLane, "3 号楼 <b>北侧</b>", true), (report.Kind, report.Place, report.HasPicture));
        Assert.True(await page.Locator("img.gateway-photo").EvaluateAsync<bool>("image => { image.loading = 'eager'; return image.decode().then(() => image.naturalWidth > 0); }"));
        Assert.Equal(0, await page.Locator("main b").CountAsync());

        await page.ClickAsync("#tell");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("待门岗联系");
        await page.ClickAsync("#resolve");
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("已解决");
        await page.ClickAsync(".station-back");
        await Assertions.Expect(page.Locator("#reports")).ToContainTextAsync("没有车辆占道");
        await page.ClickAsync("#reports .gateway-tab >> nth=1");
        await Assertions.Expect(page.Locator("#reports")).ToContainTextAsync("3 号楼 <b>北侧</b>");
    }

    [Fact(Timeout = 120_000)]
    public async Task Picture_is_for_staff_alone()
    {
        var report = (await Reports.ReportAsync(new ParkingRequest(ParkingKind.FireLane, "北侧", Picture: Picture(320, 240)), "test", "test", Token)).Report!;
        using var browser = new FormBrowser(_gateway.Address);
        using (var stranger = await browser.GetAsync($"/parking/reports/{report.Id}/picture.jpg"))
        {
            Assert.NotEqual(HttpStatusCode.OK, stranger.StatusCode);
        }

        await browser.SignInAsync(_gateway);
        using var shown = await browser.GetAsync($"/parking/reports/{report.Id}/picture.jpg");
        Assert.Equal((HttpStatusCode.OK, true), (shown.StatusCode, shown.Headers.CacheControl?.NoStore));
        using var none = await browser.GetAsync($"/parking/reports/{Guid.NewGuid()}/picture.jpg");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Guard_sees_of_the_reports_from_before_the_role_only_those_still_open()
    {
        var old = (await Reports.ReportAsync(new ParkingRequest(ParkingKind.FireLane, "北侧", Picture: Picture(320, 240)), "", "test", Token)).Report!;
        var open = (await Reports.ReportAsync(new ParkingRequest(ParkingKind.FireLane, "南侧", Picture: Picture(320, 240)), "", "test", Token)).Report!;
        await Reports.ResolveAsync(old.Id, "test", Token);
        await _gateway.AccountAsync(AccountRole.Guard, since: TimeProvider.System.GetUtcNow().AddMinutes(1));
        using var guard = new FormBrowser(_gateway.Address);
        using var manager = new FormBrowser(_gateway.Address);
        (await guard.SignInAsync(_gateway, role: AccountRole.Guard)).Dispose();
        (await manager.SignInAsync(_gateway, role: AccountRole.PropertyManager)).Dispose();

        foreach (var path in (string[])[$"/parking/reports/{old.Id}", $"/parking/reports/{old.Id}/picture.jpg"])
        {
            using var unseen = await guard.GetAsync(path);
            using var seen = await manager.GetAsync(path);
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (unseen.StatusCode, seen.StatusCode));
            using var work = await guard.GetAsync(path.Replace(old.Id.ToString(), open.Id.ToString(), StringComparison.Ordinal));
            Assert.Equal(HttpStatusCode.OK, work.StatusCode);
        }

        using var all = await guard.GetAsync("/parking?show=all");
        var html = await all.Content.ReadAsStringAsync(Token);
        Assert.Contains("南侧", html, StringComparison.Ordinal);
        Assert.DoesNotContain("北侧", html, StringComparison.Ordinal);
        using var everything = await manager.GetAsync("/parking?show=all");
        Assert.Contains("北侧", await everything.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("place", "", "北侧", 10)]
    [InlineData("photo", "not a picture", "北侧", 10)]
    [InlineData("photo", "large", "北侧", 5 << 20)]
    public async Task Faults_stand_at_their_fields(string field, string content, string place, int length)
    {
        using var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        using var html = await browser.GetAsync("/parking/reports/new");
        var text = await html.Content.ReadAsStringAsync(Token);
        const string Mark = "name=\"__RequestVerificationToken\" value=\"";
        var from = text.LastIndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(text[from..text.IndexOf('"', from)])), "__RequestVerificationToken" },
            { new StringContent("report"), "_handler" },
            { new StringContent("FireLane"), "Form.Kind" },
            { new StringContent(field == "place" ? "" : place), "Form.Place" },
        };
        if (content.Length > 0)
        {
            form.Add(new ByteArrayContent(new byte[length]), "photo", "x.jpg");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/parking/reports/new") { Content = form };
        using var answer = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Matches($"id=\"{field}-fault\"[^>]*><svg", await answer.Content.ReadAsStringAsync(Token));
        Assert.Empty(await Reports.ListAsync(openOnly: false, Token));
    }

    private static byte[] Picture(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        new Random(7).NextBytes(pixels.AsSpan(0, width * 3));
        return JpegCodec.Encode(new BgrImage(pixels, width, height));
    }
}
