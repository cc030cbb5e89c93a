using EdgeGateway.Testing.Browser;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console;

/// <summary>A signed-in page, and pictures of pages at the sizes and in the languages that people use.</summary>
internal static class ConsoleBrowser
{
    public static async Task<IPage> SignedInAsync(
        this Chromium chromium, ConsoleUnderTest gateway, string path, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.OpenAsync(width, height, scheme);
        await page.GotoAsync(new Uri(gateway.Address, "/sign-in?returnUrl=" + Uri.EscapeDataString(path)).ToString());
        await page.SignInAsync(gateway);
        await Assertions.Expect(page.Locator("nav.gateway-menu")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Looks at a page in each of <see cref="Looks.All"/>: it fits, axe finds nothing, and its content security policy is kept.</summary>
    public static async Task LookAsync(this Chromium chromium, ConsoleUnderTest gateway, string path, string name, bool signIn = true, Func<IPage, Task>? prepare = null, bool mayBeGone = false)
    {
        var page = signIn ? await chromium.SignedInAsync(gateway, path) : await chromium.OpenAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Type == "error" ? message.Text : string.Empty);
        foreach (var look in Looks.All)
        {
            await page.VisitAsync(new Uri(gateway.Address, path), look, mayBeGone);
            if (prepare is not null)
            {
                await prepare(page);
            }

            await page.CheckAsync(name, look);
        }

        Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }
}
