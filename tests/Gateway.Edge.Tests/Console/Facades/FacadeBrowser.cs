using EdgeGateway.Testing.Browser;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Facades;

/// <summary>A signed-in page, and what fingers and mice do on the drawing.</summary>
internal static class FacadeBrowser
{
    public static async Task<IPage> OpenAsync(
        this Chromium chromium, ConsoleUnderTest gateway, string path, string wait = "#facade", int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.OpenAsync(width, height, scheme);
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync(new Uri(gateway.Address, path).ToString());
        await page.SignInAsync(gateway);
        await Assertions.Expect(page.Locator(wait)).ToBeVisibleAsync();
        return page;
    }

    public static async Task<double> StageWidthAsync(this IPage page) => (await page.Locator("#stage").BoundingBoxAsync())!.Width;

    /// <summary>Clicks a point of the picture, given in fractions of it.</summary>
    public static async Task TapAsync(this IPage page, double x, double y)
    {
        var box = (await page.Locator("#stage").BoundingBoxAsync())!;
        await page.Mouse.ClickAsync((float)(box.X + (x * box.Width)), (float)(box.Y + (y * box.Height)));
    }

    /// <summary>Drags what is there, so many pixels of the screen.</summary>
    public static async Task DragAsync(this IPage page, string selector, float across, float down)
    {
        await page.Locator(selector).ScrollIntoViewIfNeededAsync();
        var box = (await page.Locator(selector).BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x + across, y + down, new() { Steps = 4 });
        await page.Mouse.UpAsync();
    }
}
