using EdgeGateway.Testing.Browser;
using Microsoft.Playwright;

namespace EndToEnd.Tests.Sos;

/// <summary>Calls for help from the button of a simulated light to an officer's screen and back to the lamp, with every part as its own process.</summary>
public sealed class CallForHelpTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 300_000)]
    public async Task Officer_sees_the_call_acknowledges_it_and_sees_that_the_lamp_has_confirmed()
    {
        await using var compound = await LightsCompound.StartAsync(null, [(1, "light-1")], Stop);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync();
        await LogInAsync(page, compound);
        var row = page.Locator("#alerts .station-alert-emergency");
        await row.GetByText("东门报警灯").WaitForAsync();
        Assert.Equal(1, await row.CountAsync());

        await row.GetByRole(AriaRole.Button).ClickAsync();

        // The lamp's own word: the gateway records it once the lamp was driven, and the page changes by itself.
        var call = Assert.Single(await compound.RecordsAsync("light-1", "Acknowledged", 1, Stop));
        Assert.Equal(Assert.Single(await compound.RecordsAsync("light-1", "Pressed", 1, Stop)), call);
        await page.Locator("#alerts").GetByText("现场指示灯已确认").WaitForAsync();
        Assert.True(Assert.Single(await compound.AlertsAsync(alerts => alerts is [{ LampConfirmed: true }], Stop)).Acknowledged);
        Assert.Contains("calling, acknowledged", await compound.VerbAsync(Stop, "lights", "list"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 300_000)]
    public async Task Call_made_while_the_network_is_cut_arrives_once_when_it_is_back()
    {
        await using var compound = await LightsCompound.StartAsync(null, [(1, "light-1")], Stop);
        await compound.AlertsAsync(alerts => alerts.Count == 1, Stop);
        await compound.Parts.Broker.KillAsync();

        // The second button is pressed by the gateway's next run, which begins without a broker: however slow the machine, the cut is first.
        await compound.Parts.Gateway.KillAsync(Stop);
        compound.Plan(lasts: null, (1, "light-2"));
        await compound.Parts.Gateway.StartAsync(Stop);

        // The lamp and the journal need no network.
        var call = Assert.Single(await compound.RecordsAsync("light-2", "Pressed", 1, Stop));
        Assert.Contains("CALLING FOR HELP", await compound.VerbAsync(Stop, "lights", "list"), StringComparison.Ordinal);
        Assert.Equal("light-1", Assert.Single(compound.Alerts()).Device);

        await compound.Parts.Broker.StartAgainAsync();
        var alerts = await compound.AlertsAsync(alerts => alerts.Count == 2, Stop);
        Assert.Equal(("light-2", call.Press, false), (alerts[1].Device, alerts[1].Press, alerts[1].Test));
        Assert.Equal((1, 1), (compound.Arrivals(alerts[0].Press, "Pressed"), compound.Arrivals(call.Press, "Pressed")));
    }

    [Fact(Timeout = 300_000)]
    public async Task Drill_is_shown_as_one_and_does_not_count_as_a_call()
    {
        // Pressed again and again: whichever press comes first after the drill has begun is the drill's.
        await using var compound = await LightsCompound.StartAsync(TimeSpan.FromSeconds(6), [(3, "light-1")], Stop);
        Assert.Contains("drill until", await compound.VerbAsync(Stop, "lights", "drill", "light-1", "--for", "00:05:00"), StringComparison.Ordinal);
        await compound.VerbAsync(Stop, "lights", "reset", "light-1");
        var drill = (await compound.AlertsAsync(alerts => alerts.Any(alert => alert.Test), Stop)).First(alert => alert.Test);
        Assert.Equal("light-1", drill.Device);

        using var officer = await compound.LogInAsync();
        var live = await PageAsync(officer, "/");
        Assert.Contains($"id=\"alert-{drill.Id}\" class=\"station-alert station-alert-drill\"", live, StringComparison.Ordinal);
        Assert.Contains("station-drill", await PageAsync(officer, $"/alerts/{drill.Id}"), StringComparison.Ordinal);
        Assert.All(compound.Alerts().Where(alert => !alert.Test), real => Assert.NotEqual(drill.Press, real.Press));
    }

    [Fact(Timeout = 300_000)]
    public async Task Light_takes_its_alarm_up_again_after_a_power_cut_and_the_officer_still_reaches_the_caller()
    {
        await using var compound = await LightsCompound.StartAsync(null, [(1, "light-1")], Stop);
        var alert = Assert.Single(await compound.AlertsAsync(alerts => alerts.Count == 1, Stop));
        await compound.Parts.Gateway.KillAsync(Stop);
        compound.Plan(lasts: null);
        await compound.Parts.Gateway.StartAsync(Stop);

        var lights = await compound.VerbAsync(Stop, "lights", "list", "--json");
        Assert.Contains(alert.Press, lights, StringComparison.Ordinal);
        using var officer = await compound.LogInAsync();
        await officer.PostAsync($"/alerts/{alert.Id}", $"/alerts/{alert.Id}/acknowledge");

        Assert.Equal(alert.Press, Assert.Single(await compound.RecordsAsync("light-1", "Acknowledged", 1, Stop)).Press);
        await compound.AlertsAsync(alerts => alerts is [{ LampConfirmed: true }], Stop);
        Assert.Equal(1, compound.Arrivals(alert.Press, "Pressed"));
    }

    private static async Task<string> PageAsync(FormBrowser officer, string path) =>
        await (await officer.GetAsync(path)).Content.ReadAsStringAsync(Stop);

    private static async Task LogInAsync(IPage page, LightsCompound compound)
    {
        using (await compound.LogInAsync())
        {
            // The first log-in asks for a password of the officer's own.
        }

        await page.GotoAsync(compound.Parts.Station.Address.ToString());
        await page.Locator("input[autocomplete=username]").FillAsync(compound.Parts.FirstLogin.Name);
        await page.Locator("input[type=password]").FillAsync(LightsCompound.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#live").WaitForAsync();
    }
}
