using Microsoft.Playwright;

namespace EndToEnd.Tests.FirstLight;

public sealed class FirstLightTests
{
    private const string Opened = "SELECT count(DISTINCT json_extract(data, '$.person')) FROM events WHERE kind = 'passage' AND json_extract(data, '$.outcome') = 'OpenedResident'";
    private const string Refused = "SELECT count(*) FROM events WHERE kind = 'passage' AND json_extract(data, '$.outcome') = 'Stranger'";
    private const string Alerts = "SELECT count(*) FROM alerts WHERE kind = 'stranger'";
    private const string Raised = "SELECT count(*) FROM events WHERE kind = 'stranger' AND json_extract(data, '$.sightings') = 1";
    private const string SeenAgain = "SELECT count(DISTINCT json_extract(data, '$.stranger')) FROM events WHERE kind = 'stranger' AND json_extract(data, '$.sightings') > 1";
    private const string Portraits = "SELECT count(*) FROM alerts a JOIN alert_media p ON p.alert = a.id JOIN media m ON m.compound = a.compound AND m.sha256 = p.sha256 WHERE a.kind = 'stranger' AND m.stored IS NOT NULL";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Known_faces_open_the_gate_unknown_ones_raise_one_alert_each_and_a_withdrawn_resident_is_a_stranger_again()
    {
        await using var demo = await DemoCompound.StartAsync(Cancel);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync();
        await LogInAsync(page, demo);

        // Every resident of the videos is let in, every stranger is kept out, and the page shows both without being asked again.
        await demo.CountBecomesAsync(Opened, count => count == demo.ResidentsSeen, s_patience, Cancel);
        await demo.CountBecomesAsync(SeenAgain, count => count == demo.Strangers, s_patience, Cancel);
        await page.GetByText("居民放行").First.WaitForAsync();
        await page.GetByText("陌生人未放行").First.WaitForAsync();

        // The strangers have come by more than once; each is one alert with a portrait that an officer can open.
        Assert.Equal(demo.Strangers, demo.Count(Alerts));
        Assert.Equal(demo.Strangers, demo.Count(Raised));
        Assert.Equal(demo.Strangers, await demo.CountBecomesAsync(Portraits, count => count == demo.Strangers, s_patience, Cancel));
        Assert.Equal(demo.Strangers, await LoadedPortraitsAsync(page, demo.Strangers));

        // Whoever has withdrawn is a stranger from then on, to the gate and to the station.
        var refused = demo.Count(Refused);
        await demo.WithdrawAsync(demo.Residents[0], Cancel);
        await demo.CountBecomesAsync(Alerts, count => count == demo.Strangers + 1, s_patience, Cancel);
        Assert.True(demo.Count(Refused) > refused);
        await page.Locator("a[href*='/alerts/']").Nth(demo.Strangers).WaitForAsync();
    }

    private static async Task LogInAsync(IPage page, DemoCompound demo)
    {
        const string Chosen = "Harbour-lantern-42x";
        var (name, password) = demo.FirstLogin;
        await page.GotoAsync(demo.StationAddress.ToString());
        await page.Locator("input[autocomplete=username]").FillAsync(name);
        await page.Locator("input[type=password]").FillAsync(password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/account/password");
        var fields = page.Locator("input[type=password]");
        await fields.Nth(0).FillAsync(password);
        await fields.Nth(1).FillAsync(Chosen);
        await fields.Nth(2).FillAsync(Chosen);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".station-good").WaitForAsync();
        await page.GotoAsync(demo.StationAddress.ToString());
    }

    /// <summary>Portraits on the page that the browser has fetched and decoded; waits for <paramref name="wanted"/> to come.</summary>
    private static async Task<int> LoadedPortraitsAsync(IPage page, int wanted)
    {
        var loaded = 0;
        for (var i = 0; i < wanted; i++)
        {
            var portrait = page.Locator("#alerts img").Nth(i);
            await Assertions.Expect(portrait).ToHaveJSPropertyAsync("complete", true);
            loaded += await portrait.EvaluateAsync<int>("image => image.naturalWidth") > 0 ? 1 : 0;
        }

        return loaded;
    }
}
