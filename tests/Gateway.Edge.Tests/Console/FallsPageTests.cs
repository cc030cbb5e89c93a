using System.Net;
using System.Text.RegularExpressions;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Alerts.FallingObjects;
using Gateway.Edge.Console.Falls;
using Gateway.Edge.Tests.Alerts.FallingObjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console;

/// <summary>What property staff see of falls.</summary>
public sealed class FallsPageTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync(SmallCompound.Json);

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact(Timeout = 120_000)]
    public async Task Fall_appears_without_reload_with_its_masked_picture_and_on_the_status_page_too()
    {
        await using var chromium = await Chromium.StartAsync();
        var page = await SignedInAsync(chromium, "/");
        await page.ClickAsync("#to-falls");
        await Assertions.Expect(page.Locator("#falls")).ToContainTextAsync("近期没有高空抛物");

        Tell(new FacadeCamera(records: false));
        var row = page.Locator("#falls li");
        await Assertions.Expect(row).ToContainTextAsync("9 层（8-10 层）左起第 3-4 列窗口，有物品坠落");
        await Assertions.Expect(row).ToContainTextAsync("没有录像：模拟摄像机没有录像");
        Assert.True(await row.Locator("img").EvaluateAsync<bool>("image => { image.loading = 'eager'; return image.decode().then(() => image.naturalWidth > 0); }"));
        await Assertions.Expect(page.Locator(".gateway-footnote")).ToContainTextAsync("遮挡");

        await page.ClickAsync(".station-back");
        await Assertions.Expect(page.Locator("#attention")).ToContainTextAsync("高空抛物：1 号楼南立面");
    }

    [Fact(Timeout = 120_000)]
    [Trait("Looks", "pages")]
    public async Task Page_fits_phone_and_desk_in_both_languages_without_accessibility_violations()
    {
        await using var chromium = await Chromium.StartAsync();
        Tell(new FacadeCamera(records: false));
        Tell(new FacadeCamera("tower-2"), secondsAgo: 20);
        await chromium.LookAsync(_gateway, "/falls", "falls", prepare: async page =>
        {
            await Assertions.Expect(page.Locator("#falls li")).ToHaveCountAsync(2);
            await Assertions.Expect(page.Locator("#falls")).ToContainTextAsync(new Regex("有物品坠落|something fell", RegexOptions.None, TimeSpan.FromSeconds(1)));
            await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
        });
    }

    [Fact(Timeout = 120_000)]
    public async Task Unmasked_original_has_no_address_at_the_property_s_console_and_nothing_has_without_sign_in()
    {
        Tell(new FacadeCamera(records: false));
        var fall = await RecordedAsync();
        var masked = fall.Media.Single(medium => medium.Role == FallingObjectData.MaskedStillRole);
        using var browser = new FormBrowser(_gateway.Address);
        using (var stranger = await browser.GetAsync(Of(masked)))
        {
            Assert.NotEqual("image/jpeg", stranger.Content.Headers.ContentType?.MediaType);
        }

        await browser.SignInAsync(_gateway);
        using (var shown = await browser.GetAsync(Of(masked)))
        {
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (shown.StatusCode, shown.Content.Headers.ContentType!.MediaType));
        }

        foreach (var hidden in fall.Media.Where(medium => medium.Role is not FallingObjectData.MaskedStillRole))
        {
            using var refused = await browser.GetAsync(Of(hidden));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    [Fact(Timeout = 120_000)]
    public async Task Deployment_that_does_not_mask_shows_the_whole_picture()
    {
        await using var open = await ConsoleUnderTest.StartAsync(
            SmallCompound.Json, services => services.PostConfigure<FallingObjectOptions>(options => options.Mask = false));
        open.App.Services.GetRequiredService<FallAlerts>().Tell(SampleFalls.Seen(new FacadeCamera(records: false)));
        var board = open.App.Services.GetRequiredService<FallBoard>();
        await UntilAsync(() => board.Falls is [{ Evidence: not null }]);
        var line = Assert.Single(open.App.Services.GetRequiredService<FallsReader>().Read());
        Assert.Equal(FallingObjectData.StillRole, line.Still!.Role);
    }

    private static string Of(MediaReference medium) => $"/falls/media/{medium.Sha256}";

    private void Tell(FacadeCamera camera, double secondsAgo = 5)
    {
        var after = (TimeProvider.System.GetUtcNow() - SampleFalls.Noon).TotalSeconds - secondsAgo;
        _gateway.App.Services.GetRequiredService<FallAlerts>().Tell(SampleFalls.Seen(camera, secondsAfterNoon: after));
    }

    private async Task<RecordedFall> RecordedAsync()
    {
        var board = _gateway.App.Services.GetRequiredService<FallBoard>();
        await UntilAsync(() => board.Falls is [{ Evidence: not null }]);
        return board.Falls[0];
    }

    private static async Task UntilAsync(Func<bool> wanted)
    {
        while (!wanted())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }
    }

    private async Task<IPage> SignedInAsync(Chromium chromium, string path, int width = 1440, int height = 900)
    {
        var page = await chromium.OpenAsync(width, height);
        await page.GotoAsync(new Uri(_gateway.Address, path).ToString());
        await page.SignInAsync(_gateway);
        await Assertions.Expect(page.Locator("#live")).ToBeVisibleAsync();
        return page;
    }
}
