using Microsoft.Playwright;

namespace EdgeGateway.Testing.Browser;

/// <summary>How pages look at the sizes, in the languages and in the colours that people use.</summary>
internal static class Looks
{
    public const int Phone = 390;
    public const int Desk = 1440;

    // A cookie's value as the pages themselves write it, for both services.
    private static readonly string[] s_cookies = ["gateway.language", "station.language"];

    /// <summary>
    /// Each size, language and scheme once; with <c>GATEWAY_SCREENSHOTS</c>, or in a full run, every language at every size.
    /// </summary>
    public static IReadOnlyList<Look> All { get; } = Folder is null && !FullRun.Wanted
        ? [new(Phone, "zh-CN", ColorScheme.Light), new(Desk, "en", ColorScheme.Dark)]
        : [new(Phone, "zh-CN", ColorScheme.Light), new(Phone, "en", ColorScheme.Dark), new(Desk, "zh-CN", ColorScheme.Dark), new(Desk, "en", ColorScheme.Light)];

    /// <summary>Where pictures of the pages are wanted; null where they are not.</summary>
    private static string? Folder => Environment.GetEnvironmentVariable("GATEWAY_SCREENSHOTS");

    /// <summary>Shows all that this window opens from now on as a look has it.</summary>
    public static async Task PutOnAsync(this IPage page, Uri address, Look look)
    {
        await page.SetViewportSizeAsync(look.Width, look.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = look.Scheme });
        await page.Context.AddCookiesAsync(
        [
            .. s_cookies.Select(name => new Cookie { Name = name, Value = Uri.EscapeDataString($"c={look.Language}|uic={look.Language}"), Url = address.GetLeftPart(UriPartial.Authority) }),
            new() { Name = "station.theme", Value = look.Scheme == ColorScheme.Dark ? "dark" : "light", Url = address.GetLeftPart(UriPartial.Authority) },
        ]);
    }

    /// <summary>Opens a page as a look has it, and fails where it is refused.</summary>
    public static async Task VisitAsync(this IPage page, Uri address, Look look, bool mayBeGone = false)
    {
        await page.PutOnAsync(address, look);
        var answer = await page.GotoAsync(address.ToString());
        Assert.True(answer is { Status: < 400 } || (mayBeGone && answer is { Status: 404 or 410 }), $"{address} answers {answer?.Status}: {await page.ContentAsync()}");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", look.Language);
    }

    /// <summary>The open page does not scroll sideways and axe finds nothing; its picture is taken where pictures are wanted.</summary>
    public static async Task CheckAsync(this IPage page, string name, Look look)
    {
        await page.ShootAsync($"{name}-{look.Language}-{look.Width}-{look.Scheme}");
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= look.Width, $"{page.Url} scrolls sideways at {look.Width} in {look.Language}");
        await Accessibility.CheckAsync(page);
    }

    /// <summary>Takes the picture of a whole page where pictures are wanted.</summary>
    public static async Task ShootAsync(this IPage page, string name)
    {
        if (Folder is { } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = true });
        }
    }
}
