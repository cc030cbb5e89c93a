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
        await page.SignInAsync(gateway);
        await Assertions.Expect(page.Locator("nav.gateway-menu")).ToBeVisibleAsync();
        return page;
    }

    /// <summary>Looks at a page at both sizes, in both languages, light and dark: it fits, and axe finds nothing.</summary>
    public static async Task LookAsync(this Chromium chromium, ConsoleUnderTest gateway, string path, string name, bool signIn = true, Func<IPage, Task>? prepare = null)
    {
        // Every size, language and scheme, and each pair of them; not all three at once.
        foreach (var (width, height, schemes) in ((int, int, ColorScheme[])[])[(390, 844, [ColorScheme.Light, ColorScheme.Dark]), (1280, 900, [ColorScheme.Dark, ColorScheme.Light])])
        {
            var page = signIn ? await chromium.SignedInAsync(gateway, path, width, height) : await chromium.OpenAsync(width, height);
            var complaints = new List<string>();
            page.Console += (_, message) => complaints.Add(message.Type == "error" ? message.Text : string.Empty);
            foreach (var (language, scheme) in ((string[])["zh-CN", "en"]).Zip(schemes))
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await page.GotoAsync(new Uri(gateway.Address, path).ToString());
                if (await page.Locator("html").GetAttributeAsync("lang") != language)
                {
                    await page.Locator("[data-language]").ClickAsync();
                }

                await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
                if (prepare is not null)
                {
                    await prepare(page);
                }

                await page.ShootAsync($"{name}-{language}-{width}-{scheme}");
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} scrolls sideways at {width} in {language}");
                await Accessibility.CheckAsync(page);
            }

            Assert.DoesNotContain(complaints, complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
            await page.Context.CloseAsync();
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
