using System.Net;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Commands;
using Gateway.Edge.Console.GateDisplays;
using Gateway.Edge.Journal;
using Gateway.Edge.Passages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Edge.Tests.Console.GateDisplays;

/// <summary>The display of a gate, in a real browser against the whole gateway.</summary>
public sealed class GateDisplayTests : IAsyncLifetime
{
    private static readonly DeviceId East = new("gate-east");
    private static readonly LocalizedText Name = new("东门", "East gate");

    // The one gate's own loop finds no camera and says nothing: the test speaks for it.
    private ConsoleUnderTest _gateway = null!;
    private Chromium _chromium = null!;

    private GateBoard Board => _gateway.App.Services.GetRequiredService<GateBoard>();

    private DisplayKeys Keys => _gateway.App.Services.GetRequiredService<DisplayKeys>();

    private string Address => new Uri(_gateway.Address, $"/gate/gate-east?key={Keys.Load("gate-east")}").ToString();

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(gateDisplay: new { Phone = "8888-0000", Voice = true });
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Answers_stand_on_the_display_at_once_and_go_away_with_the_person()
    {
        var page = await OpenAsync(1280, 800);

        Board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));
        await Assertions.Expect(page.Locator("[data-mood=welcome]")).ToContainTextAsync("欢迎回家，王*");
        await Assertions.Expect(page.Locator("[data-mood=welcome]")).ToContainTextAsync("Welcome home, 王*");

        Board.Show(East, Name, GatePhase.Stranger, new PassageDecision.UnknownPerson());
        await Assertions.Expect(page.Locator("[data-mood=unregistered] .display-headline")).ToHaveTextAsync("未登记");
        await Assertions.Expect(page.Locator("#screen .display-advice")).ToHaveTextAsync("请联系物业");
        await Assertions.Expect(page.Locator("#screen")).Not.ToContainTextAsync("王");

        Board.Show(East, Name, GatePhase.Refused, new PassageDecision.Refused(RefusalCause.GateFault, PassageWords.GateFault));
        await Assertions.Expect(page.Locator("#screen [data-mood=refused] .display-advice-other")).ToHaveTextAsync("Call the property office or use another entrance");

        Board.Show(East, Name, GatePhase.Idle, null);
        await Assertions.Expect(page.Locator("#screen")).Not.ToContainTextAsync("门禁故障");
    }

    [Fact(Timeout = 120_000)]
    public async Task Release_stands_above_any_answer_until_it_ends()
    {
        Board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));
        var page = await OpenAsync(1280, 800);

        Board.Release(East, active: true);
        await Assertions.Expect(page.Locator("[data-mood=released]")).ToContainTextAsync("通道已打开");
        await Assertions.Expect(page.Locator("#screen")).Not.ToContainTextAsync("王");

        Board.Release(East, active: false);
        await Assertions.Expect(page.Locator("[data-mood=released]")).ToHaveCountAsync(0);
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_that_is_away_sends_people_to_the_office_at_a_gate_without_a_reader()
    {
        var page = await OpenAsync(1280, 800);

        await Assertions.Expect(page.Locator("[data-mood=faceless]")).ToContainTextAsync("刷脸暂不可用");
        await Assertions.Expect(page.Locator("[data-mood=faceless]")).ToContainTextAsync("Call the property office");
        await Assertions.Expect(page.Locator("#screen .display-phone")).ToContainTextAsync("8888-0000");
    }

    [Fact(Timeout = 180_000)]
    public async Task Silent_display_takes_the_answer_away_claims_nothing_and_comes_back_with_the_gateway()
    {
        Board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));
        var page = await OpenAsync(390, 844);
        await Assertions.Expect(page.Locator("#screen")).ToContainTextAsync("王*");
        await Assertions.Expect(page.Locator("#silent")).ToBeHiddenAsync();
        await _gateway.App.StopAsync(TestContext.Current.CancellationToken);
        await page.EvaluateAsync("document.querySelector('.display').dataset.silentAfter = '1'");

        await Assertions.Expect(page.Locator("#silent")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#screen")).ToBeHiddenAsync();
        var shown = await page.Locator("#content").InnerTextAsync();
        Assert.DoesNotContain("王", shown, StringComparison.Ordinal);
        Assert.Contains("若门未开，请联系物业", shown, StringComparison.Ordinal);
        Assert.Contains("If the gate does not open, call the property office", shown, StringComparison.Ordinal);
        Assert.Contains("8888-0000", shown, StringComparison.Ordinal);
        await FitsAsync(page, "#silent");
        await Accessibility.CheckAsync(page);

        await page.EvaluateAsync("document.querySelector('.display').dataset.silentAfter = '6'");
        await _gateway.StartAgainAsync();
        await Assertions.Expect(page.Locator("#screen [data-mood=faceless]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#silent")).ToBeHiddenAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Voice_speaks_the_welcome_without_the_name_and_refusals_as_they_stand()
    {
        var page = await _chromium.OpenAsync(1280, 800);
        await page.AddInitScriptAsync("window.said = []; speechSynthesis.speak = words => document.documentElement.dataset.said = said.push(words.lang + ' ' + words.text);");
        await OpenAsync(page);

        Board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-said", "2");
        Board.Show(East, Name, GatePhase.Refused, new PassageDecision.Refused(RefusalCause.GateFault, PassageWords.GateFault));
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-said", "6");

        Assert.Equal(
            ["zh-CN 欢迎回家", "en Welcome home", "zh-CN 门禁故障，门未能打开", "en The gate has a fault and did not open", "zh-CN 请联系物业或走其他出入口", "en Call the property office or use another entrance"],
            await page.EvaluateAsync<string[]>("said"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Without_the_key_nothing_is_shown_and_a_void_key_ends_the_stream()
    {
        using var anyone = new HttpClient { BaseAddress = _gateway.Address };
        var key = Keys.Load("gate-east");
        foreach (var path in (string[])["/gate/gate-east", "/gate/gate-east?key=wrong", "/gate/gate-west?key=" + key, "/gate/..%2Fapi-key?key=" + key, "/gate/gate-east/stream", "/gate/gate-east/stream?key=wrong"])
        {
            using var answer = await anyone.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
            Assert.DoesNotContain("东门", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        await using var stream = await anyone.GetStreamAsync(new Uri($"/gate/gate-east/stream?key={key}", UriKind.Relative), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        Assert.Equal("event: screen", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        Keys.Revoke("gate-east");
        Board.Show(East, Name, GatePhase.Open, new PassageDecision.OpenedForResident(Resident));

        Assert.DoesNotContain("王", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Address_is_handed_out_and_made_void_at_the_box_alone_and_on_record()
    {
        var stop = TestContext.Current.CancellationToken;
        using var box = await GatewayApi.OpenAsync(_gateway.Data, stop);
        var link = await box.OrderAsync<DisplayLink>("/api/displays/gate-east/link", new { }, stop);
        using var anyone = new HttpClient { BaseAddress = _gateway.Address };
        using var shown = await anyone.GetAsync(new Uri(link.Path, UriKind.Relative), stop);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);

        using var afar = new HttpRequestMessage(HttpMethod.Post, "/api/displays/gate-east/link");
        afar.Headers.Authorization = new("Bearer", _gateway.Key);
        using var refused = await anyone.SendAsync(afar, stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        Assert.True((await box.OrderAsync<DisplayRevocation>("/api/displays/gate-east/revoke", new { }, stop)).WasSet);
        Assert.False((await box.OrderAsync<DisplayRevocation>("/api/displays/gate-east/revoke", new { }, stop)).WasSet);
        using var gone = await anyone.GetAsync(new Uri(link.Path, UriKind.Relative), stop);
        Assert.Equal(HttpStatusCode.Forbidden, gone.StatusCode);
        var fault = await Assert.ThrowsAsync<CommandFaultException>(() => box.OrderAsync<DisplayLink>("/api/displays/gate-9/link", new { }, stop));
        Assert.Contains("gate-9", fault.Message, StringComparison.Ordinal);

        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 100, stop);
        Assert.Equal(3, records.Count(record => record.Kind == EventKind.Audit && record.Device == "gate-east"));
    }

    [Fact(Timeout = 300_000)]
    public async Task Display_fits_kiosk_and_phone_without_scrolling_or_accessibility_violations()
    {
        foreach (var (width, height) in ((int, int)[])[(390, 844), (1440, 900), (1080, 1920)])
        {
            var page = await OpenAsync(width, height);
            foreach (var (mood, decision) in Answers())
            {
                Board.Show(East, Name, GatePhase.Refused, decision);
                Board.Release(East, active: mood == "released");
                await Assertions.Expect(page.Locator($"#screen [data-mood={mood}]")).ToHaveCountAsync(1);
                await FitsAsync(page, "#screen");
                await Accessibility.CheckAsync(page);
            }
        }
    }

    private static KnownPerson Resident => new(Guid.NewGuid(), "王*", PersonKind.Resident);

    private static IEnumerable<(string Mood, PassageDecision? Decision)> Answers() =>
    [
        ("welcome", new PassageDecision.OpenedForResident(Resident)),
        ("refused", new PassageDecision.Refused(RefusalCause.NotLive, PassageWords.NotLive)),
        ("unregistered", new PassageDecision.UnknownPerson()),
        ("refused", new PassageDecision.Refused(RefusalCause.WrongGate, PassageWords.NotLive)),
        ("released", null),
        ("faceless", null),
    ];

    private static async Task FitsAsync(IPage page, string part)
    {
        var (mood, width, height) = (await page.Locator($"{part} .display-words").GetAttributeAsync("data-mood"), page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.ShootAsync($"gate-{mood}-{width}");

        Assert.True(
            await page.EvaluateAsync<bool>(
                "part => { const words = document.querySelector(part + ' .display-words'); return document.documentElement.scrollWidth <= innerWidth && words.scrollHeight <= words.clientHeight + 1 && words.scrollWidth <= words.clientWidth + 1; }",
                part),
            $"{mood} does not fit {width} x {height}");
    }

    private async Task<IPage> OpenAsync(int width, int height)
    {
        var page = await _chromium.OpenAsync(width, height);
        await OpenAsync(page);
        return page;
    }

    private async Task OpenAsync(IPage page)
    {
        var stream = page.WaitForRequestAsync("**/stream?key=*");
        await page.GotoAsync(Address);
        await stream;
    }
}
