using System.Net;
using System.Net.Http.Headers;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Contract.Mqtt;
using Microsoft.EntityFrameworkCore;

namespace Gateway.Cloud.Tests.Station.Alerts;

/// <summary>Clips and pictures of an alert: only its own, only after log-in, in pieces, and never without a record.</summary>
public sealed class AlertMediaTests : IAsyncLifetime
{
    private static readonly byte[] s_clip = [.. Enumerable.Range(0, 50_000).Select(i => (byte)(i * 7))];

    private readonly MediaReference _medium = Sample.Medium(s_clip, "video/mp4", SosData.ClipRole);
    private StationUnderTest _station = null!;
    private MqttSession _gateway = null!;
    private FormBrowser _browser = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Clip => $"/alerts/1/media/{_medium.Sha256}";

    public async ValueTask InitializeAsync()
    {
        _station = await StationUnderTest.StartAsync();
        await _station.SetPasswordAsync();
        _gateway = await _station.GatewayAsync();
        _browser = new FormBrowser(_station.Address);
        var id = _station.Broker.Station;
        await _gateway.PublishAsync(Sample.Message(Sample.SosEvent(id, 1, Sample.Sos(Guid.CreateVersion7().ToString()), media: _medium)), Token);
        await _gateway.PublishAsync(Sample.Message(Sample.SosEvent(id, 2, Sample.Sos(Guid.CreateVersion7().ToString()))), Token);
        foreach (var chunk in Sample.Chunks(id, s_clip, 20_000))
        {
            await _gateway.PublishAsync(chunk with { ContentType = "video/mp4" }, Token);
        }

        await _station.UntilAsync(database => database.Media.CountAsync(row => row.Stored != null, Token), count => count == 1);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _gateway.DisposeAsync();
        await _station.DisposeAsync();
    }

    [Fact(Timeout = 60_000)]
    public async Task Clip_is_shown_in_pieces_and_the_pieces_of_one_look_are_one_record()
    {
        await _browser.LogInAsync("officer", StationUnderTest.Password);

        var begin = await GetAsync(from: 0, to: 9999);
        var middle = await GetAsync(from: 10_000, to: 49_999);

        Assert.Equal((HttpStatusCode.PartialContent, "video/mp4", 50_000L), (begin.StatusCode, begin.Content.Headers.ContentType!.MediaType, begin.Content.Headers.ContentRange!.Length));
        Assert.Equal(s_clip[10_000..], await middle.Content.ReadAsByteArrayAsync(Token));
        var look = await _station.AskAsync(database => database.PortraitViews.SingleAsync(Token));
        Assert.Equal(("officer", 1L, _medium.Sha256), (look.Officer, look.Alert, look.Sha256));

        await _browser.GetAsync(Clip);
        Assert.Equal(2, await _station.AskAsync(database => database.PortraitViews.CountAsync(Token)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Later_piece_without_a_recorded_look_is_recorded_itself()
    {
        await _browser.LogInAsync("officer", StationUnderTest.Password);

        await GetAsync(from: 10_000, to: null);

        Assert.Equal(1, await _station.AskAsync(database => database.PortraitViews.CountAsync(Token)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_sees_a_clip_without_log_in_or_through_another_alert()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.GetAsync(Clip)).StatusCode);
        await _browser.LogInAsync("officer", StationUnderTest.Password);

        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(Clip.Replace("/1/", "/2/", StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(Clip.Replace(_medium.Sha256, new string('a', 64), StringComparison.Ordinal))).StatusCode);
        Assert.Equal(0, await _station.AskAsync(database => database.PortraitViews.CountAsync(Token)));
    }

    private async Task<HttpResponseMessage> GetAsync(long from, long? to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Clip);
        request.Headers.Range = new RangeHeaderValue(from, to);
        return await _browser.SendAsync(request);
    }
}
