using System.Net;
using System.Text;
using System.Text.Json;
using EdgeGateway.Testing.Browser;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Tests.Console.Facades;

public sealed class FacadeEndpointsTests : IAsyncLifetime
{
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync(TwoTowers.Json.Replace(
        "\"url\": \"simulated:\", \"width\": 640, \"height\": 360 },\n      \"facade\": {\n        \"region\": [{ \"x\": 0.1,", "\"url\": \"rtsp://127.0.0.1:9/away\", \"width\": 640, \"height\": 360 },\n      \"facade\": {\n        \"region\": [{ \"x\": 0.1,", StringComparison.Ordinal));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory(Timeout = 120_000)]
    [InlineData("GET", "/facades")]
    [InlineData("GET", "/facades/tower-1")]
    [InlineData("GET", "/facades/tower-1/still.jpg")]
    [InlineData("GET", "/live/facades/tower-1")]
    [InlineData("POST", "/facades/tower-1/check")]
    [InlineData("POST", "/facades/tower-1/save")]
    [InlineData("POST", "/facades/tower-1/throws/begin")]
    public async Task Nobody_sees_or_does_anything_before_signing_in(string method, string path)
    {
        using var stranger = new FormBrowser(_gateway.Address);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await stranger.SendAsync(request);
        Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Redirect, HttpStatusCode.Found]);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("check")]
    [InlineData("save")]
    [InlineData("throws/begin")]
    [InlineData("throws/end")]
    [InlineData("throws/floors")]
    public async Task Request_without_the_page_s_token_is_refused(string action)
    {
        using var browser = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/facades/tower-1/{action}")
        {
            Content = new StringContent("{ \"facade\": {} }", Encoding.UTF8, "application/json"),
        };
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Faults_come_back_by_field_in_the_page_s_language_and_nothing_is_written()
    {
        using var browser = await SignedInAsync();
        using var checkedOut = await PostAsync(browser, "check", "{ \"facade\": { \"region\": [], \"floors\": 0, \"floorLines\": [] } }");
        var answer = await JsonAsync(checkedOut);
        var faults = answer.GetProperty("faults").EnumerateArray().ToDictionary(fault => fault.GetProperty("path").GetString()!, fault => fault.GetProperty("text").GetString()!);
        Assert.Contains("1..200", faults["floors"], StringComparison.Ordinal);
        Assert.Contains("多边形", faults["region"], StringComparison.Ordinal);
        Assert.Contains("楼层线", faults["floorLines"], StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("fit").ValueKind);

        using var saved = await PostAsync(browser, "save", "{ \"facade\": { \"floors\": 0 }, \"print\": \"\" }");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, saved.StatusCode);
        Assert.Equal(TwoTowers.Json.Length, (await File.ReadAllTextAsync(_gateway.HardwareFile, Token)).Length - "rtsp://127.0.0.1:9/away".Length + "simulated:".Length);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"facade\": ")]
    [InlineData("{ \"print\": \"x\" }")]
    [InlineData("null")]
    public async Task What_is_no_request_is_refused(string body)
    {
        using var browser = await SignedInAsync();
        using var answer = await PostAsync(browser, "check", body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("{ \"facade\": 7 }")]
    [InlineData("{ \"facade\": \"x\", \"print\": 9 }")]
    [InlineData("{ \"facade\": null }")]
    [InlineData("{ \"facade\": { \"region\": { \"x\": {} }, \"ignore\": 5, \"floorLines\": \"y\" } }")]
    public async Task Nonsense_has_faults(string body)
    {
        using var browser = await SignedInAsync();
        using var answer = await PostAsync(browser, "check", body);
        Assert.NotEqual(0, (await JsonAsync(answer)).GetProperty("faults").GetArrayLength());
    }

    [Fact(Timeout = 120_000)]
    public async Task Request_that_is_too_long_is_refused()
    {
        using var browser = await SignedInAsync();
        using var answer = await PostAsync(browser, "check", "{ \"facade\": \"" + new string('x', 2 * FacadeDraft.MaxBytes) + "\" }");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory(Timeout = 120_000)]
    [InlineData("check")]
    [InlineData("save")]
    public async Task Camera_that_does_not_stand_is_not_found(string action)
    {
        using var browser = await SignedInAsync();
        using var answer = await PostAsync(browser, action, "{ \"facade\": {} }", device: "tower-9");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var page = await browser.GetAsync("/facades/tower-9");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("没有这个页面", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var still = await browser.GetAsync("/facades/tower-9/still.jpg");
        Assert.Equal(HttpStatusCode.NotFound, still.StatusCode);
    }

    [Fact(Timeout = 120_000)]
    public async Task Camera_that_is_away_has_no_picture_and_still_a_page()
    {
        using var browser = await SignedInAsync();
        using var still = await browser.GetAsync("/facades/tower-2/still.jpg");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, still.StatusCode);
        using var page = await browser.GetAsync("/facades/tower-2");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("2 号楼 &lt;南&gt;", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task Compound_without_such_cameras_says_so()
    {
        await using var empty = await ConsoleUnderTest.StartAsync(ConsoleUnderTest.NoDevices);
        using var browser = new FormBrowser(empty.Address);
        await browser.SignInAsync(empty);
        using var page = await browser.GetAsync("/facades");
        Assert.Contains("没有高空抛物摄像机", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(FormBrowser browser, string action, string body, string device = "tower-1")
    {
        var html = await (await browser.GetAsync("/facades/tower-1")).Content.ReadAsStringAsync(Token);
        const string Mark = "name=\"__RequestVerificationToken\" value=\"";
        var from = html.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/facades/{device}/{action}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", WebUtility.HtmlDecode(html[from..html.IndexOf('"', from)]));
        return await browser.SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token)).RootElement;
    }

    private async Task<FormBrowser> SignedInAsync()
    {
        var browser = new FormBrowser(_gateway.Address);
        await browser.SignInAsync(_gateway);
        return browser;
    }
}
