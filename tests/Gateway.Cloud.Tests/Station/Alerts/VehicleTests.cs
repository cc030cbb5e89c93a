using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Gateway.Cloud.Tests.Station.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Gateway.Cloud.Tests.Station.Alerts;

/// <summary>Vehicles from a gateway's events to an officer's page.</summary>
public sealed class VehicleTests : IAsyncLifetime
{
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
    public async Task Denied_vehicle_is_one_alert_however_much_happens_at_its_barrier()
    {
        var visit = Guid.CreateVersion7().ToString();
        await SendAsync(
            5,
            Event(1, VehicleData.Decided, EventPriority.High, visit, Sample.Medium([1], "image/jpeg", VehicleData.PictureRole)),
            Event(2, VehicleData.Passed, EventPriority.High, visit),
            Event(3, VehicleData.Decided, EventPriority.Info, incident: null),
            Event(4, "barrier-forced", EventPriority.High, incident: null),
            Event(5, VehicleData.Waits, EventPriority.Normal, Guid.CreateVersion7().ToString()));
        var alert = await _station.AskAsync(database => database.Alerts.SingleAsync(Token));
        Assert.Equal((EventKind.Vehicle, EventPriority.High, visit, "苏D·13579 2"), (alert.Kind, alert.Priority, alert.Incident, alert.HeadlineZh));
        Assert.Equal([VehicleData.PictureRole], await _station.AskAsync(database => database.AlertMedia.Select(row => row.Role).ToListAsync(Token)));
    }

    [Fact(Timeout = 120_000)]
    public async Task Officer_sees_plate_and_picture_in_both_languages()
    {
        await _station.SetPasswordAsync();
        var picture = await Clips.StillAsync(_folder.Path);
        await SendAsync(
            1, Event(1, VehicleData.Decided, EventPriority.High, Guid.CreateVersion7().ToString(), Sample.Medium(picture, "image/jpeg", VehicleData.PictureRole)));
        foreach (var chunk in Sample.Chunks(StationId, picture, 32 * 1024))
        {
            await _gateway.PublishAsync(chunk with { ContentType = "image/jpeg" }, Token);
        }

        await _station.UntilAsync(database => database.Media.CountAsync(row => row.Stored != null, Token), count => count == 1);
        await using var chromium = await Chromium.StartAsync();
        var page = await chromium.OpenAsync(390, 844);
        await page.GotoAsync(new Uri(_station.Address, "/login").ToString());
        await page.FillAsync("#name", "officer");
        await page.FillAsync("#password", StationUnderTest.Password);
        await page.ClickAsync("main button");
        await Assertions.Expect(page.Locator("#alerts")).ToContainTextAsync("禁行车辆");
        await Assertions.Expect(page.Locator("#alerts")).ToContainTextAsync("苏D·13579");
        await page.GotoAsync(new Uri(_station.Address, "/alerts/1").ToString());
        var image = page.Locator(".station-detail img").First;
        await Assertions.Expect(image).ToHaveAttributeAsync("alt", "车辆画面");
        Assert.True(await image.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        await Accessibility.CheckAsync(page);
        await page.Locator("[data-language]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Vehicle on the deny list");
    }

    private CloudEvent Event(long sequence, string code, EventPriority priority, string? incident, params MediaReference[] media)
    {
        var data = new VehicleData(
            "barrier-east", new("东门道闸", "East barrier"), code, new LocalizedText($"苏D·13579 {sequence}", $"苏D·13579 {sequence}"), "Down", "Automatic",
            DateTimeOffset.UnixEpoch, null, null, incident, "苏D13579", "Blue", "Denied", "In", 0.98, Fuzzy: false, Incident: incident);
        return Sample.Event(StationId, EventKind.Vehicle, sequence, data, media: media) with { Priority = priority };
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
