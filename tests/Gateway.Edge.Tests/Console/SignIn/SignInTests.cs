using System.Net;
using EdgeGateway.Testing;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Gateway.Edge.Console.SignIn;
using Gateway.Edge.Journal;
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
    public async Task Right_password_opens_a_session_of_twelve_hours_that_scripts_and_other_sites_cannot_use()
    {
        using var browser = new FormBrowser(_gateway.Address);

        using var answer = await browser.SignInAsync(_gateway);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("gateway.session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        using var page = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.True(page.Headers.CacheControl?.NoStore);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("administrator", "")]
    [InlineData("administrator", "wrong")]
    [InlineData("administrator", "错误的密码")]
    [InlineData("nobody", ConsoleUnderTest.Password)]
    [InlineData("", ConsoleUnderTest.Password)]
    [InlineData("<script>alert(1)</script>", "' OR 1=1 --")]
    public async Task Wrong_password_is_refused_in_words_and_opens_nothing(string name, string password)
    {
        using var browser = new FormBrowser(_gateway.Address);

        await _gateway.AccountAsync(AccountRole.Administrator);
        using var answer = await browser.SignInAsync(name, password);

        var html = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("登录名或密码不正确", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        using var page = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
    }

    [Fact]
    public async Task Fifth_wrong_password_in_a_minute_brings_a_pause_in_which_the_right_one_is_not_looked_at()
    {
        using var browser = new FormBrowser(_gateway.Address);
        for (var attempt = 0; attempt < TryLimit.TriesPerAddress; attempt++)
        {
            (await browser.SignInAsync("nobody", "wrong")).Dispose();
        }

        using var paused = await browser.SignInAsync(_gateway);
        _time.Advance(TimeSpan.FromSeconds(61));
        using var after = await browser.SignInAsync(_gateway);

        Assert.Equal(HttpStatusCode.TooManyRequests, paused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), paused.Headers.RetryAfter?.Delta);
        Assert.Contains("请在 60 秒后再试", await paused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact(Timeout = 60_000)]
    public async Task Passwords_sent_at_the_same_moment_are_not_looked_at_beyond_the_fifth()
    {
        var browsers = Enumerable.Range(0, 12).Select(_ => new FormBrowser(_gateway.Address)).ToList();

        var statuses = await Task.WhenAll(browsers.Select(async browser =>
        {
            using var answer = await browser.SignInAsync("nobody", "wrong");
            return answer.StatusCode;
        }));

        browsers.ForEach(browser => browser.Dispose());
        var records = await _gateway.App.Services.GetRequiredService<IJournalReader>().ReadAsync(0, 1000, Token);
        Assert.Equal(TryLimit.TriesPerAddress, records.Count(record => System.Text.Encoding.UTF8.GetString(record.Data.Span).Contains(AccountDeeds.SignInRefused, StringComparison.Ordinal)));
        Assert.True(statuses.Count(status => status == HttpStatusCode.TooManyRequests) >= browsers.Count - TryLimit.TriesPerAddress);
    }

    [Theory]
    [InlineData("/?a=1", "/?a=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    public async Task After_the_sign_in_the_way_leads_only_to_this_gateway(string returnUrl, string goesTo)
    {
        using var browser = new FormBrowser(_gateway.Address);

        using var answer = await browser.SignInAsync(_gateway, "/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(new Uri(_gateway.Address, goesTo), new Uri(_gateway.Address, answer.Headers.Location!));
    }

    [Fact]
    public async Task Sign_in_without_the_forms_token_is_refused()
    {
        using var client = new HttpClient { BaseAddress = _gateway.Address };
        using var form = new FormUrlEncodedContent([new("_handler", "sign-in"), new("Form.Name", await _gateway.AccountAsync(AccountRole.Administrator)), new("Form.Password", ConsoleUnderTest.Password)]);

        using var answer = await client.PostAsync("/sign-in", form, Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task After_the_sign_out_the_page_asks_who_is_there()
    {
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway)).Dispose();

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
    public async Task Session_does_not_open_the_programs_interface()
    {
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway)).Dispose();

        using var answer = await browser.GetAsync("/api/residents");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Access_key_of_programs_signs_nobody_in()
    {
        using var browser = new FormBrowser(_gateway.Address);

        (await browser.SignInAsync("admin", _gateway.Key)).Dispose();

        using var page = await browser.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        using var withKey = new HttpRequestMessage(HttpMethod.Get, "/");
        withKey.Headers.Authorization = new("Bearer", _gateway.Key);
        using var refused = await browser.SendAsync(withKey);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
    }
}
