using System.Net;
using System.Text.RegularExpressions;
using EdgeGateway.Testing.Browser;
using Gateway.Cloud.Contract.Events;
using Gateway.Cloud.Station.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Cloud.Tests.Station.Accounts;

public sealed class AccountsTests : IAsyncLifetime
{
    private static readonly string[] s_public = ["/login", "/language", "/healthz", "/not-found", "/error"];

    private StationUnderTest _station = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string FirstPassword => Regex.Match(_station.Printed, "first log-in: officer (?<password>\\S+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["password"].Value;

    public async ValueTask InitializeAsync() => _station = await StationUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _station.DisposeAsync();

    [Fact]
    public async Task First_password_is_printed_once_stored_nowhere_and_must_be_changed()
    {
        var first = FirstPassword;
        Assert.Matches("^([0-9a-z]{4}-){3}[0-9a-z]{4}$", first);
        foreach (var file in Directory.EnumerateFiles(_station.DataDirectory, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(first, await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
        }

        using var browser = new FormBrowser(_station.Address);
        Assert.Equal("/", Target(await browser.LogInAsync("officer", first)));
        Assert.Equal("/account/password", Target(await browser.GetAsync("/")));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync("/account/password", "/alerts/1/acknowledge")).StatusCode);

        var changed = await browser.PostAsync("/account/password", "/account/password", ("_handler", "password"), ("Form.Current", first), ("Form.Chosen", StationUnderTest.Password), ("Form.Repeat", StationUnderTest.Password));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);
        await _station.StopAsync();
        await _station.StartAgainAsync();
        Assert.Empty(_station.Printed);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_a_reset_lifts_it()
    {
        await _station.SetPasswordAsync();
        using var browser = new FormBrowser(_station.Address);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await browser.LogInAsync("officer", "wrong");
        }

        var locked = await browser.LogInAsync("officer", StationUnderTest.Password);
        Assert.Contains("锁定", WebUtility.HtmlDecode(await locked.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);

        await using var scope = _station.App.Services.CreateAsyncScope();
        var password = await scope.ServiceProvider.GetRequiredService<IssuedPasswords>().ResetAsync("officer");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.LogInAsync("officer", password!)).StatusCode);
    }

    [Fact]
    public async Task Every_route_but_the_public_ones_refuses_anonymous_callers()
    {
        using var browser = new FormBrowser(_station.Address);
        var endpoints = _station.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 8);
        foreach (var endpoint in endpoints)
        {
            var path = "/" + Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "\\{[^}]+\\}", "1", RegexOptions.None, TimeSpan.FromSeconds(1));
            if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            {
                Assert.Contains(path, s_public, StringComparer.Ordinal);
                continue;
            }

            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), path);
                var answer = await browser.SendAsync(request);
                var refused = answer.StatusCode == HttpStatusCode.Unauthorized
                    || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/login", StringComparison.Ordinal));
                Assert.True(refused, $"{method} {path} answered {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("https://evil.example/", "/")]
    [InlineData("//evil.example/", "/")]
    [InlineData("/\\evil.example/", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/alerts/7", "/alerts/7")]
    public async Task Log_in_leads_only_to_this_station(string returnUrl, string target)
    {
        await _station.SetPasswordAsync();
        using var browser = new FormBrowser(_station.Address);

        var answer = await browser.LogInAsync("officer", StationUnderTest.Password, $"/login?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(target, Target(answer));
    }

    [Fact]
    public async Task Forms_without_their_token_are_refused()
    {
        await _station.SetPasswordAsync();
        using var browser = new FormBrowser(_station.Address);
        await browser.LogInAsync("officer", StationUnderTest.Password);
        foreach (var path in (string[])["/logout", "/language", "/alerts/1/acknowledge", "/alerts/1/reopen", "/account/password", "/login"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("Form.Name", "officer")]) };
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task Who_acknowledged_and_who_reopened_an_alert_stays_on_record()
    {
        await _station.SetPasswordAsync();
        using var browser = new FormBrowser(_station.Address);
        await browser.LogInAsync("officer", StationUnderTest.Password);
        await using var gateway = await _station.GatewayAsync();
        await gateway.PublishAsync(Sample.Message(Sample.Event(_station.Broker.Station, EventKind.Stranger, 1, Sample.Stranger("s1"))), Token);
        var id = await _station.UntilAsync(database => database.Alerts.Select(row => row.Id).FirstOrDefaultAsync(Token), id => id > 0);

        foreach (var action in (string[])["acknowledge", "acknowledge", "reopen"])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync($"/alerts/{id}", $"/alerts/{id}/{action}")).StatusCode);
        }

        var marks = await _station.AskAsync(database => database.AlertMarks.OrderBy(row => row.Id).ToListAsync(Token));
        Assert.Equal([("officer", id, true), ("officer", id, false)], marks.Select(mark => (mark.Officer, mark.Alert, mark.Acknowledged)));
        Assert.Null(await _station.AskAsync(database => database.Alerts.Select(row => row.AcknowledgedBy).SingleAsync(Token)));
    }

    [Fact]
    public async Task Log_out_ends_the_session()
    {
        await _station.SetPasswordAsync();
        using var browser = new FormBrowser(_station.Address);
        await browser.LogInAsync("officer", StationUnderTest.Password);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).StatusCode);

        await browser.PostAsync("/", "/logout");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers_and_no_inline_script()
    {
        using var browser = new FormBrowser(_station.Address);
        foreach (var path in (string[])["/login", "/", "/healthz", "/nothing-here", "/station.js"])
        {
            var answer = await browser.GetAsync(path);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", string.Join(' ', answer.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Fact]
    public async Task Cookies_of_the_session_cannot_be_read_by_scripts()
    {
        await _station.SetPasswordAsync();
        using var browser = new FormBrowser(_station.Address);
        await browser.LogInAsync("officer", StationUnderTest.Password);

        Assert.All(browser.Cookies.GetAllCookies(), cookie => Assert.True(cookie.HttpOnly, cookie.Name));
    }

    /// <summary>Where a redirect leads; a foreign host is shown in full.</summary>
    private string? Target(HttpResponseMessage answer)
    {
        var location = new Uri(_station.Address, answer.Headers.Location!);
        return location.Authority == _station.Address.Authority ? location.PathAndQuery : location.ToString();
    }
}
