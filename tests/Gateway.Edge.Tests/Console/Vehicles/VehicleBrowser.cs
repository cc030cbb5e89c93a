using EdgeGateway.Testing.Browser;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.Vehicles;

/// <summary>A signed-in page, and pictures of pages at the sizes and in the languages that people use.</summary>
internal static class VehicleBrowser
{
    public static async Task<IPage> SignedInAsync(
        this Chromium chromium, ConsoleUnderTest gateway, string path, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.OpenAsync(width, height, scheme);
        await page.GotoAsync(new Uri(gateway.Address, "/sign-in?returnUrl=" + Uri.EscapeDataString(path)).ToString());
        await page.FillAsync("#key", gateway.Key);
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator("nav.gateway-menu")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Looks at a page at both sizes, in both languages, light and dark: it fits, and axe finds nothing.</summary>
    public static async Task LookAsync(this Chromium chromium, ConsoleUnderTest gateway, string path, string name, bool signIn = true, Func<IPage, Task>? prepare = null)
    {
        foreach (var (width, height) in ((int, int)[])[(390, 844), (1280, 900)])
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                var page = signIn ? await chromium.SignedInAsync(gateway, path, width, height, scheme) : await chromium.OpenAsync(width, height, scheme);
                var complaints = new List<string>();
                page.Console += (_, message) => complaints.Add(message.Type == "error" ? message.Text : string.Empty);
                await page.GotoAsync(new Uri(gateway.Address, path).ToString());
                foreach (var language in (string[])["zh-CN", "en"])
                {
                    await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
                    if (prepare is not null)
                    {
                        await prepare(page);
                    }

                    await page.ShootAsync($"{name}-{language}-{width}-{scheme}");
                    Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} scrolls sideways at {width} in {language}");
                    await Accessibility.CheckAsync(page);
                    await page.Locator("[data-language]").ClickAsync();
                    await Assertions.Expect(page.Locator("html")).Not.ToHaveAttributeAsync("lang", language);
                }

                Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
                await page.Context.CloseAsync();
            }
        }
    }

    public static async Task ShootAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("GATEWAY_SCREENSHOTS") is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
