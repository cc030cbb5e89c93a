using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Gateway.Edge.Plans;
using Gateway.Edge.Tests.Perception.Png;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Plans;

/// <summary>A signed-in page of the plan, and what mice do on it.</summary>
internal static class PlanBrowser
{
    public static PlanBook Plans(this ConsoleUnderTest gateway) => gateway.App.Services.GetRequiredService<PlanBook>();

    /// <summary>A plan that somebody has uploaded.</summary>
    public static async Task<SitePlan> UploadedAsync(this ConsoleUnderTest gateway, string name = "总平面")
    {
        var (picture, _) = await gateway.App.Services.GetRequiredService<PlanUpload>().CleanAsync(PngFile.Plan(1200, 800), TestContext.Current.CancellationToken);
        return gateway.Plans().Add(name, picture!)!;
    }

    public static async Task<IPage> OpenAsync(
        this Chromium chromium, ConsoleUnderTest gateway, string path, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light, AccountRole role = AccountRole.PropertyManager)
    {
        var page = await chromium.OpenAsync(width, height, scheme);
        await page.GotoAsync(new Uri(gateway.Address, path).ToString());
        await page.SignInAsync(gateway, role);
        await Assertions.Expect(page.Locator("h1")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>The page's editor answers.</summary>
    public static Task ReadyAsync(this IPage page) => Assertions.Expect(page.Locator("#plan")).ToHaveAttributeAsync("data-ready", "true");

    /// <summary>A point of the plan on the screen, given in fractions.</summary>
    public static async Task<(float X, float Y)> PointAsync(this IPage page, double x, double y)
    {
        var box = (await page.Locator("#stage").BoundingBoxAsync())!;
        return ((float)(box.X + (x * box.Width)), (float)(box.Y + (y * box.Height)));
    }

    /// <summary>Presses at one place, moves and lets go at another.</summary>
    public static async Task DragAsync(this IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }

    public static Task ScrollToStageAsync(this IPage page) => page.EvaluateAsync("document.getElementById('stage').scrollIntoView({ block: 'center', behavior: 'instant' })");
}
