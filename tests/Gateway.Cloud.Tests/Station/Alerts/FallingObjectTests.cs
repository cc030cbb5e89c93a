using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Station.Live;
using Gateway.Cloud.Tests.Station.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Gateway.Cloud.Tests.Station.Alerts;

/// <summary>Falls from a gateway's events to an officer's page.</summary>
public sealed class FallingObjectTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 4, 0, 0, TimeSpan.Zero);

    private readonly string _incident = Guid.CreateVersion7().ToString();
    private readonly TemporaryFolder _folder = new();
    private StationUnderTest _station = null!;
    private MqttSession _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string StationId => _station.Broker.Station;

    public async ValueTask InitializeAsync()
    {
        _station = await StationUnderTest.StartAsync();
        _gateway = await _station.GatewayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _station.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task Things_of_one_incident_are_one_alert_whose_count_rises_with_things_and_not_with_evidence()
    {
        var still = Sample.Medium([1], "image/jpeg", FallingObjectData.StillRole);
        var clip = Sample.Medium([2], "video/mp4", FallingObjectData.ClipRole);
        var masked = Sample.Medium([3], "image/jpeg", FallingObjectData.MaskedStillRole);
        var track = Sample.Medium([4], "application/json", FallingObjectData.TrackRole);
        CloudEvent[] events =
        [
            Event(1, "a", 1, FallingObjectPhase.Alert, still, masked, track),
            Event(2, "b", 2, FallingObjectPhase.Alert),
            // The first thing's evidence comes after the third thing.
            Event(3, "c", 3, FallingObjectPhase.Alert),
            Event(4, "a", 1, FallingObjectPhase.Evidence, still, masked, track, clip),
        ];
        await SendAsync(4, [.. events, .. events]);

        var alert = await _station.AskAsync(database => database.Alerts.SingleAsync(Token));
        Assert.Equal((EventKind.FallingObject, EventPriority.High, 3), (alert.Kind, alert.Priority, alert.Count));
        Assert.Equal(("坠落 3", "1 号楼南立面", "9 层"), (alert.HeadlineZh, alert.DeviceZh, alert.PlaceZh));
        var media = await _station.AskAsync(database => database.AlertMedia.OrderBy(row => row.Rank).Select(row => row.Role).ToListAsync(Token));
        Assert.Equal([FallingObjectData.StillRole, FallingObjectData.ClipRole], media);

        var view = (await _station.App.Services.GetRequiredService<AlertQueries>().AlertAsync(alert.Id, Token))!;
        var things = await _station.App.Services.GetRequiredService<FallQueries>().OfAsync(view, Token);
        Assert.Equal(["fell 1", "fell 2", "fell 3"], things.Select(thing => thing.Reason.En));
        Assert.Equal(["video", null, null], things.Select(thing => thing.Evidence?.En));
    }

    [Fact(Timeout = 60_000)]
    public async Task Test_throw_is_shown_as_one_and_an_event_without_a_phase_raises_an_alert_all_the_same()
    {
        await SendAsync(
            2,
            Event(1, "a", 1, FallingObjectPhase.Alert, test: true),
            Sample.Event(StationId, EventKind.FallingObject, 2, new AlertData(Reason: new("坠物", "Something fell"))) with { Priority = EventPriority.High });
        var alerts = await _station.AskAsync(database => database.Alerts.OrderBy(row => row.Id).ToListAsync(Token));
        Assert.Equal([(true, "坠落 1"), (false, "坠物")], alerts.Select(alert => (alert.Test, alert.HeadlineZh)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Evidence_that_overtakes_its_alert_waits_for_the_alert_s_words()
    {
        await SendAsync(2, Event(2, "a", 1, FallingObjectPhase.Evidence), Event(1, "a", 1, FallingObjectPhase.Alert));
        var alert = await _station.AskAsync(database => database.Alerts.SingleAsync(Token));
        Assert.Equal(("坠落 1", 1), (alert.HeadlineZh, alert.Count));
    }

    [Fact(Timeout = 60_000)]
    public async Task Event_with_an_incident_that_is_none_is_put_aside_with_the_reason()
    {
        await SendAsync(1, Sample.Event(StationId, EventKind.FallingObject, 1, new AlertData(Incident: "")) with { Priority = EventPriority.High });
        Assert.Contains("incident must be", await _station.AskAsync(database => database.Quarantine.Select(row => row.Reason).SingleAsync(Token)), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    [Trait("Looks", "pages")]
    public async Task Officer_sees_count_still_clip_and_each_thing_on_phone_and_desk_in_both_languages()
    {
        await _station.SetPasswordAsync();
        var (clip, still) = (await Clips.VideoAsync(_folder.Path), await Clips.StillAsync(_folder.Path));
        await SendAsync(
            3,
            Event(1, "a", 1, FallingObjectPhase.Alert, Sample.Medium(still, "image/jpeg", FallingObjectData.StillRole)),
            Event(2, "b", 2, FallingObjectPhase.Alert),
            Event(3, "a", 1, FallingObjectPhase.Evidence, Sample.Medium(clip, "video/mp4", FallingObjectData.ClipRole)));
        foreach (var (bytes, type) in ((byte[], string)[])[(clip, "video/mp4"), (still, "image/jpeg")])
        {
            foreach (var chunk in Sample.Chunks(StationId, bytes, 32 * 1024))
            {
                await _gateway.PublishAsync(chunk with { ContentType = type }, Token);
            }
        }

        await _station.UntilAsync(database => database.Media.CountAsync(row => row.Stored != null, Token), count => count == 2);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(_station.Address, "/login").ToString());
        await page.FillAsync("#name", "officer");
        await page.FillAsync("#password", StationUnderTest.Password);
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator("#alerts")).ToContainTextAsync("共坠落 2 件");
        foreach (var look in Looks.All)
        {
            await page.VisitAsync(new Uri(_station.Address, "/alerts/1"), look);
            foreach (var thing in (string[])(look.Language == "en" ? ["2 things fell", "fell 1", "fell 2"] : ["2 件", "坠落 1", "坠落 2"]))
            {
                await Assertions.Expect(page.Locator("main")).ToContainTextAsync(thing);
            }

            await Assertions.Expect(page.Locator("video")).ToHaveCountAsync(1);
            Assert.True(await page.Locator(".station-detail img").EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
            await page.CheckAsync("station-fall", look);
        }
    }

    private CloudEvent Event(long sequence, string thing, int count, FallingObjectPhase phase, params MediaReference[] media) =>
        Event(sequence, thing, count, phase, test: false, media);

    private CloudEvent Event(long sequence, string thing, int count, FallingObjectPhase phase, bool test, params MediaReference[] media)
    {
        var words = phase == FallingObjectPhase.Alert ? new LocalizedText($"坠落 {count}", $"fell {count}") : new LocalizedText("录像", "video");
        var data = new FallingObjectData(
            "tower-1", new("1 号楼南立面", "Tower 1, south facade"), _incident, thing, count, phase, words, new("9 层", "floor 9"), Noon.AddSeconds(count),
            Noon.AddSeconds(count + 2), 2, null, new FallingObjectMotion(0.9, 9.8, 0.1, 1, 40), test);
        return Sample.Event(StationId, EventKind.FallingObject, sequence, data, media: media) with { Priority = EventPriority.High };
    }

    private async Task SendAsync(int stored, params CloudEvent[] events)
    {
        foreach (var envelope in events)
        {
            await _gateway.PublishAsync(Sample.Message(envelope), Token);
        }

        await _station.UntilAsync(database => database.Events.CountAsync(Token), count => count == stored);
    }
}
