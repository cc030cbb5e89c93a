using System.Globalization;
using System.Net;
using System.Text;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Gateway.Edge.Plans;

namespace Gateway.Edge.Tests.Console.Plans;

public sealed class PlanEndpointsTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;
    private SitePlan _plan = null!;
    private FormBrowser _browser = null!;

    private string Edit => $"/plan/{_plan.Id}/edit";

    public async ValueTask InitializeAsync()
    {
        _gateway = await ConsoleUnderTest.StartAsync(SmallCompound.Json);
        _plan = await _gateway.UploadedAsync();
        _browser = new FormBrowser(_gateway.Address);
        (await _browser.SignInAsync(_gateway, role: AccountRole.Installer)).Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return _gateway.DisposeAsync();
    }

    [Fact(Timeout = 120_000)]
    public async Task Place_is_saved_and_survives_a_restart()
    {
        using var answer = await PlaceAsync("gate-1", "0.125", "1");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await _gateway.App.StopAsync(TestContext.Current.CancellationToken);
        await _gateway.StartAgainAsync();

        var place = _gateway.Plans().View.Places["gate-1"];
        Assert.Equal((_plan.Id, 0.125, 1.0, "东门"), (place.Plan, place.X, place.Y, place.Name.Zh));
    }

    [Fact(Timeout = 120_000)]
    public async Task Place_outside_the_plan_is_refused()
    {
        foreach (var (x, y) in ((string, string)[])[("-0.1", "0.5"), ("0.5", "1.01"), ("NaN", "0.5"), ("1e1", "0.5"), ("", "0.5"), ("0,5", "0.5")])
        {
            using var answer = await PlaceAsync("gate-1", x, y);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{x} {y}: {answer.StatusCode}");
        }

        Assert.Empty(_gateway.Plans().View.Places);
    }

    [Fact(Timeout = 120_000)]
    public async Task Device_or_plan_that_is_not_there_is_not_found()
    {
        foreach (var device in (string[])["gate-77", "..%2F..%2Fetc", "%3Cb%3Ex"])
        {
            using var unknown = await PlaceAsync(device, "0.5", "0.5");
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        }

        using var gone = await _browser.PostAsync(Edit, "/plan/places/gate-1", ("plan", Guid.NewGuid().ToString()), ("x", "0.5"), ("y", "0.5"));
        using var nowhere = await _browser.PostAsync(Edit, "/plan/places/gate-1/remove");
        using var page = await _browser.GetAsync($"/plan/{Guid.NewGuid()}/edit");
        Assert.All((HttpResponseMessage[])[gone, nowhere, page], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Empty(_gateway.Plans().View.Places);
    }

    [Fact(Timeout = 120_000)]
    public async Task Request_without_the_form_s_token_of_another_type_or_too_long_is_refused()
    {
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/plan/places/gate-1")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["plan"] = _plan.Id.ToString(), ["x"] = "0.5", ["y"] = "0.5" }),
        };
        using var json = new HttpRequestMessage(HttpMethod.Post, "/plan/places/gate-1") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        foreach (var request in (HttpRequestMessage[])[forged, json])
        {
            using var answer = await _browser.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        using var huge = await _browser.PostAsync(Edit, "/plan/places/gate-1", ("plan", new string('x', 100 << 10)), ("x", "0.5"), ("y", "0.5"));
        Assert.True((int)huge.StatusCode is 400 or 413, huge.StatusCode.ToString());
        Assert.Empty(_gateway.Plans().View.Places);
    }

    [Fact(Timeout = 120_000)]
    public async Task Picture_is_shown_from_the_browser_s_memory_only_after_the_gateway_was_asked()
    {
        var path = $"/plan/pictures/{_plan.Picture.Id}.jpg";
        using var first = await _browser.GetAsync(path);
        Assert.Equal(("image/jpeg", true, true), (first.Content.Headers.ContentType!.MediaType, first.Headers.CacheControl!.NoCache, first.Headers.CacheControl.Private));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await _browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        using var unknown = await _browser.GetAsync($"/plan/pictures/{Guid.NewGuid()}.jpg");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Name_that_is_none_is_refused_at_its_field()
    {
        foreach (var name in (string[])["", new('x', SitePlan.LongestName + 1), "a\u0007b"])
        {
            using var answer = await _browser.PostAsync($"/plan/{_plan.Id}", $"/plan/{_plan.Id}", ("_handler", "plan"), ("Form.Name", name));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        Assert.Equal("总平面", _gateway.Plans().View.Plans[0].Name);
    }

    [Fact(Timeout = 120_000)]
    public async Task Stream_of_a_plan_that_is_none_shows_the_first_one()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/live/plan?plan=<script>");
        using var answer = await _browser.OpenAsync(request);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var lines = new StringBuilder();
        while (!lines.ToString().Contains("event: pulse", StringComparison.Ordinal))
        {
            lines.Append(await reader.ReadLineAsync(TestContext.Current.CancellationToken)).Append('\n');
        }

        Assert.Contains(_plan.Picture.Id.ToString("D", CultureInfo.InvariantCulture), lines.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", lines.ToString(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PlaceAsync(string device, string x, string y) =>
        _browser.PostAsync(Edit, $"/plan/places/{device}", ("plan", _plan.Id.ToString()), ("x", x), ("y", y));
}
