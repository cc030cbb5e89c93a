using System.Text;
using System.Text.Json;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Commands;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gateway.Cloud.Tests.Station.Pages;

/// <summary>What an officer sees of a call for help, a drill, and devices that are not well, in a real browser.</summary>
public sealed class SosPageTests : IAsyncLifetime
{
    private readonly string _press = Guid.CreateVersion7().ToString();
    private readonly TemporaryFolder _folder = new();
    private StationUnderTest _station = null!;
    private MqttSession _gateway = null!;
    private Chromium _chromium = null!;
    private long _sequence;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string StationId => _station.Broker.Station;

    public async ValueTask InitializeAsync()
    {
        _station = await StationUnderTest.StartAsync(commandLifeSeconds: 20);
        await _station.SetPasswordAsync();
        _gateway = await _station.GatewayAsync(Topics.Command(StationId, StationUnderTest.Compound, "+"));
        _chromium = await Chromium.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        await _gateway.DisposeAsync();
        await _station.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Timeout = 120_000)]
    public async Task Call_for_help_goes_above_everything_and_stays_there_when_others_follow()
    {
        var page = await LogInAsync();
        await SendStrangerAsync("s1");
        await Assertions.Expect(page.Locator("#alerts > li[id]")).ToHaveCountAsync(1);

        await SendSosAsync(Sample.Sos(_press));
        await Assertions.Expect(page.Locator("#alerts > li[id]").First).ToContainTextAsync("紧急求助 · 3号楼路灯");
        await SendStrangerAsync("s2");
        await SendSosAsync(Sample.Sos(Guid.CreateVersion7().ToString(), test: true));
        await Assertions.Expect(page.Locator("#alerts > li[id]")).ToHaveCountAsync(4);

        var kinds = await page.Locator("#alerts > li[id]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.kind + row.dataset.rank)");
        Assert.Equal(["sos000", "stranger001", "stranger001", "sos010"], kinds);
        await Assertions.Expect(page.Locator(".station-alert-emergency")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".station-alert-drill .badge").First).ToContainTextAsync("演练");
        var counts = page.Locator("[sse-swap=count]");
        await Assertions.Expect(counts).ToContainTextAsync("紧急 1");
        await Assertions.Expect(counts).ToContainTextAsync("演练 1");

        await page.ReloadAsync();
        Assert.Equal(kinds, await page.Locator("#alerts > li[id]").EvaluateAllAsync<string[]>("rows => rows.map(row => row.dataset.kind + row.dataset.rank)"));
    }

    [Fact(Timeout = 120_000)]
    public async Task Acknowledging_moves_the_row_and_the_lamp_is_called_confirmed_only_when_the_compound_says_so()
    {
        var page = await LogInAsync();
        await SendSosAsync(Sample.Sos(_press));
        await SendStrangerAsync("s1");
        await Assertions.Expect(page.Locator("#alerts > li[id]")).ToHaveCountAsync(2);

        await page.Locator("[data-kind=sos] .station-alert-act").ClickAsync();
        var row = page.Locator("#alerts > li[data-kind=sos]");
        await Assertions.Expect(row).ToContainTextAsync("officer 已知悉");
        await Assertions.Expect(row).ToContainTextAsync("尚未确认");
        await Assertions.Expect(row).Not.ToContainTextAsync("现场指示灯已确认");
        await Assertions.Expect(page.Locator("#alerts > li[id]").First).ToHaveAttributeAsync("data-kind", "stranger");

        var message = await _gateway.Messages.ReadAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Token);
        var command = JsonSerializer.Deserialize<CommandEnvelope>(message.Payload.Span)!;
        var done = new CommandReply(command.Id, CommandOutcome.Done, "done", new LocalizedText("好", "done"), TimeProvider.System.GetUtcNow());
        await _gateway.PublishAsync(new MqttMessage(message.ResponseTopic!, JsonSerializer.SerializeToUtf8Bytes(done), CorrelationData: Encoding.ASCII.GetBytes(command.Id)), Token);

        await Assertions.Expect(row).ToContainTextAsync("现场指示灯已确认");
    }

    [Fact(Timeout = 120_000)]
    public async Task Clip_plays_in_the_page_and_the_look_is_on_record()
    {
        await SendEvidenceAsync();
        var page = await LogInAsync();
        await page.GotoAsync(new Uri(_station.Address, "/alerts/1").ToString());

        var video = page.Locator("video");
        await Assertions.Expect(video).ToHaveJSPropertyAsync("duration", 2);
        await video.EvaluateAsync("video => video.play()");
        await Assertions.Expect(video).ToHaveJSPropertyAsync("ended", true);
        await Assertions.Expect(page.Locator("ol.station-looks")).ToContainTextAsync("按下");
        Assert.True(await _station.AskAsync(database => database.PortraitViews.CountAsync(Token)) >= 2);
    }

    [Fact(Timeout = 120_000)]
    public async Task Devices_that_are_not_well_are_named_under_their_compound_and_go_when_they_are_well()
    {
        var page = await LogInAsync();
        await SendAsync(Sample.HealthEvent(StationId, ++_sequence, Sample.Health("light-3", "Faulty", "button-stuck", "97.5")));
        await SendAsync(Sample.HealthEvent(StationId, ++_sequence, Sample.Health("east-gate", "Online", "well")));

        var devices = page.Locator(".station-devices");
        await Assertions.Expect(devices).ToContainTextAsync("2 台设备中 1 台异常");
        await Assertions.Expect(devices).ToContainTextAsync("故障");
        await Assertions.Expect(devices).ToContainTextAsync("请检查接线");
        await Assertions.Expect(devices).ToContainTextAsync("97.5%");

        await SendAsync(Sample.HealthEvent(StationId, ++_sequence, Sample.Health("light-3", "Online", "well")));
        await Assertions.Expect(devices).ToContainTextAsync("2 台设备全部在线");
    }

    [Fact(Timeout = 240_000)]
    [Trait("Looks", "pages")]
    public async Task Pages_fit_phone_and_desk_in_both_languages_and_looks_and_have_no_serious_violation()
    {
        await SendEverythingAsync();
        var page = await LogInAsync();
        foreach (var look in Looks.All)
        {
            foreach (var path in (string[])["/", "/alerts/1", "/alerts/3"])
            {
                await page.VisitAsync(new Uri(_station.Address, path), look);
                if (path == "/")
                {
                    await Assertions.Expect(page.Locator("#pulse")).ToHaveAttributeAsync("data-state", "live");
                }

                await page.CheckAsync($"station-sos{path.Replace('/', '-')}", look);
            }
        }
    }

    private async Task SendEverythingAsync()
    {
        await SendEvidenceAsync();
        await SendStrangerAsync("s1");
        await SendSosAsync(Sample.Sos(Guid.CreateVersion7().ToString(), test: true));
        await SendSosAsync(Sample.Sos(Guid.CreateVersion7().ToString()));
        await SendAsync(Sample.Event(StationId, EventKind.Charging, ++_sequence, new AlertData(
            new LocalizedText("2号充电棚 5号插座", "Shed 2, outlet 5"), new LocalizedText("温度超过 70 ℃，已断电", "Above 70 °C, cut off"))) with { Priority = EventPriority.High });
        await SendAsync(Sample.HealthEvent(StationId, ++_sequence, Sample.Health("light-3", "Faulty", "button-stuck", "97.5")));
        await SendAsync(Sample.HealthEvent(StationId, ++_sequence, Sample.Health("light-4", "Degraded", "slow")));
        await SendAsync(Sample.HealthEvent(StationId, ++_sequence, Sample.Health("east-gate", "Online", "well")));
        await _station.UntilAsync(database => database.Events.CountAsync(Token), count => count == _sequence);
        await _station.AskAsync(database => database.Alerts.Where(row => row.Id == 4).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.AcknowledgedAt, TimeProvider.System.GetUtcNow())
                .SetProperty(row => row.AcknowledgedBy, "officer")
                .SetProperty(row => row.LampAt, TimeProvider.System.GetUtcNow()),
            Token));
    }

    private async Task SendEvidenceAsync()
    {
        var (clip, still) = (await Clips.VideoAsync(_folder.Path), await Clips.StillAsync(_folder.Path));
        var media = new[] { Sample.Medium(clip, "video/mp4", SosData.ClipRole), Sample.Medium(still, "image/jpeg", SosData.StillRole) };
        await SendSosAsync(Sample.Sos(_press));
        await SendAsync(Sample.SosEvent(StationId, ++_sequence, Sample.Sos(_press, SosPhase.Evidence), EventPriority.High, media));
        foreach (var (bytes, type) in ((byte[], string)[])[(clip, "video/mp4"), (still, "image/jpeg")])
        {
            foreach (var chunk in Sample.Chunks(StationId, bytes, 32 * 1024))
            {
                await _gateway.PublishAsync(chunk with { ContentType = type }, Token);
            }
        }

        await _station.UntilAsync(database => database.Media.CountAsync(row => row.Stored != null, Token), count => count == 2);
    }

    private Task SendSosAsync(SosData data) => SendAsync(Sample.SosEvent(StationId, ++_sequence, data));

    private Task SendStrangerAsync(string stranger) => SendAsync(Sample.Event(StationId, EventKind.Stranger, ++_sequence, Sample.Stranger(stranger)));

    private Task SendAsync(CloudEvent envelope) => _gateway.PublishAsync(Sample.Message(envelope), Token);

    private async Task<IPage> LogInAsync(int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await _chromium.OpenAsync(width, height, scheme);
        await page.GotoAsync(new Uri(_station.Address, "/login").ToString());
        await page.FillAsync("#name", "officer");
        await page.FillAsync("#password", StationUnderTest.Password);
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator("#live")).ToBeVisibleAsync();
        return page;
    }
}
