using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Console.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Console.SignIn;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new();
    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _gateway = await ConsoleUnderTest.StartAsync(services: services => services.AddSingleton(new TryLimit(_time)));

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Right_key_opens_a_session_of_twelve_hours_that_scripts_and_other_sites_cannot_use()
    {
        using var browser = new FormBrowser(_gateway.Address);

        using var answer = await browser.SignInAsync(_gateway.Key);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("gateway.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("错误的密钥")]
    public async Task Wrong_key_is_refused_in_words_and_opens_nothing(string key)
    {
        using var browser = new FormBrowser(_gateway.Address);

        using var answer = await browser.SignInAsync(key);

        Assert.Contains("密钥不正确", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        using var page = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task Fifth_wrong_key_in_a_minute_brings_a_pause_in_which_the_right_one_is_not_looked_at()
    {
        using var browser = new FormBrowser(_gateway.Address);
        for (var attempt = 0; attempt < TryLimit.TriesPerAddress; attempt++)
        {
            (await browser.SignInAsync("wrong")).Dispose();
        }

        using var paused = await browser.SignInAsync(_gateway.Key);
        _time.Advance(TimeSpan.FromSeconds(61));
        using var after = await browser.SignInAsync(_gateway.Key);

        Assert.Equal(HttpStatusCode.TooManyRequests, paused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), paused.Headers.RetryAfter?.Delta);
        Assert.Contains("请在 60 秒后再试", await paused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Theory]
    [InlineData("/?a=1", "/?a=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task After_the_sign_in_the_way_leads_only_to_this_gateway(string returnUrl, string goesTo)
    {
        using var browser = new FormBrowser(_gateway.Address);

        using var answer = await browser.SignInAsync(_gateway.Key, "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(new Uri(_gateway.Address, goesTo), new Uri(_gateway.Address, answer.Headers.Location!));
    }

    [Fact]
    public async Task Sign_in_without_the_forms_token_is_refused()
    {
        using var client = new HttpClient { BaseAddress = _gateway.Address };
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Key", _gateway.Key)]);

        using var answer = await client.PostAsync("/sign-in", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task After_the_sign_out_the_page_asks_for_the_key_again()
    {
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway.Key)).Dispose();

        (await browser.PostAsync("/", "/sign-out")).Dispose();

        using var page = await browser.GetAsync("/");
        Assert.Equal("/sign-in", page.Headers.Location?.AbsolutePath);
    }

    [Fact]
    public void Keys_of_the_cookies_are_the_gateways_alone()
    {
        _ = _gateway.App.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>().CreateProtector("x").Protect([1]);
        var folder = SignInServices.KeyFolder(_gateway.Data);

        Assert.NotEmpty(Directory.GetFiles(folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task Every_route_refuses_a_stranger_but_those_that_are_for_everyone()
    {
        string[] open = ["/sign-in", "/language", "/error", "/not-found", "/healthz", "/move-car/answer/{Key}", "/move-car", "/move-car/status/{Follow}", "/gate/{Id}", "/gate/{id}/stream", "/pass/{Key}"];
        var routes = _gateway.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _gateway.Address };
        var asked = new List<string>();

        foreach (var route in routes.Where(route => !open.Contains("/" + route.RoutePattern.RawText!.Trim('/'), StringComparer.Ordinal)))
        {
            Assert.Null(route.Metadata.GetMetadata<IAllowAnonymous>());
            var path = "/" + route.RoutePattern.RawText!.Trim('/').Replace("{id:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal);
            foreach (var method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                using var answer = await client.SendAsync(request, Token);
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answers {answer.StatusCode}");
                asked.Add(path);
            }
        }

        Assert.Contains("/", asked);
        Assert.Contains("/live/stream", asked);
        Assert.Contains("/api/residents", asked);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/station.css", Token)).StatusCode);
    }

    [Fact]
    public async Task Session_does_not_open_the_programs_interface()
    {
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway.Key)).Dispose();

        using var answer = await browser.GetAsync("/api/residents");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
