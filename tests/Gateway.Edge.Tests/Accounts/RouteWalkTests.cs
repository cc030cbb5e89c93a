using System.Net;
using System.Text.RegularExpressions;
using EdgeGateway.Testing.Browser;
using Gateway.Edge.Accounts;
using Gateway.Edge.Accounts.Permissions;
using Gateway.Edge.Tests.Console;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Edge.Tests.Accounts;

/// <summary>Every mapped route, asked by every role, by nobody and by a program: it answers as the table says, and stands in it.</summary>
public sealed class RouteWalkTests : IAsyncLifetime
{
    private static readonly string[] s_everyone =
        ["/sign-in", "/language", "/error", "/not-found", "/healthz", "/move-car/answer/{Key}", "/move-car", "/move-car/status/{Follow}", "/gate/{Id}", "/gate/{id}/stream", "/pass/{Key}",
        "/pass/{Key}/visitors", "/pass/{Key}/visitors/{Id:guid}", "/visit/{Key}",
        "/charge/{Key}", "/charge/session/{Key}", "/charge/session/{key}/stream"];

    private ConsoleUnderTest _gateway = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Routes =>
        _gateway.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    public async ValueTask InitializeAsync() => _gateway = await ConsoleUnderTest.StartAsync();

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public void Every_route_stands_in_the_table_and_those_for_everyone_are_these()
    {
        Assert.All(Routes, route => Assert.True(RouteRules.Of(route) is not null, $"{route.RoutePattern.RawText} has no entry in RouteRules"));
        var open = Routes.Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Key).Distinct(StringComparer.Ordinal);
        Assert.Equal(s_everyone.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
        Assert.All(Routes, route => Assert.Equal(s_everyone.Contains(Key(route)), RouteRules.Of(route)!.Kind == RouteKind.Everyone));
    }

    [Fact(Timeout = 300_000)]
    public async Task Nobody_signed_in_opens_nothing_but_what_is_for_everyone()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _gateway.Address };
        var asked = new List<string>();
        foreach (var (route, method, path) in Questions().Where(question => !s_everyone.Contains(Key(question.Route))))
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{method} {path} answers {answer.StatusCode}");
            asked.Add(Key(route));
        }

        Assert.Contains("/", asked);
        Assert.Contains("/live/stream", asked);
        Assert.Contains("/api/residents", asked);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/healthz", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/station.css", Token)).StatusCode);
    }

    [Theory(Timeout = 300_000)]
    [InlineData(AccountRole.Administrator)]
    [InlineData(AccountRole.PropertyManager)]
    [InlineData(AccountRole.Guard)]
    [InlineData(AccountRole.Auditor)]
    [InlineData(AccountRole.Installer)]
    public async Task Role_opens_what_the_table_gives_it_and_nothing_else(AccountRole role)
    {
        using var browser = new FormBrowser(_gateway.Address);
        (await browser.SignInAsync(_gateway, role: role)).Dispose();
        var refused = 0;
        // What is for everyone may ask for a proof of its own, such as a display's key.
        foreach (var (route, method, path) in Questions().Where(question => Key(question.Route) != "/sign-out" && !s_everyone.Contains(Key(question.Route))))
        {
            using var request = new HttpRequestMessage(method, path);
            using var answer = await browser.OpenAsync(request);
            var rule = RouteRules.Of(route)!;
            var expected = rule.Kind == RouteKind.Key ? HttpStatusCode.Unauthorized
                : rule.Allows(role, method == HttpMethod.Get) ? (HttpStatusCode?)null : HttpStatusCode.Forbidden;
            if (expected is { } status)
            {
                refused++;
                Assert.True(answer.StatusCode == status, $"{role} {method} {path} answers {answer.StatusCode} instead of {status}");
            }
            else
            {
                Assert.True(answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), $"{role} {method} {path} answers {answer.StatusCode}");
            }
        }

        Assert.True(refused > 20);
    }

    [Fact]
    public void Table_gives_each_role_what_it_is_for()
    {
        Assert.True(RouteRules.MayDo(AccountRole.Guard, "/barriers/{Barrier}/{Act}"));
        Assert.False(RouteRules.MaySee(AccountRole.Guard, "/vehicles"));
        Assert.False(RouteRules.MaySee(AccountRole.Guard, "/audit"));
        Assert.False(RouteRules.MaySee(AccountRole.Installer, "/"));
        Assert.False(RouteRules.MaySee(AccountRole.Installer, "/vehicle-history"));
        Assert.True(RouteRules.MayDo(AccountRole.Installer, "/facades/{device}/save"));
        Assert.True(RouteRules.MaySee(AccountRole.PropertyManager, "/devices"));
        Assert.False(RouteRules.MayDo(AccountRole.PropertyManager, "/facades/{device}/save"));
        Assert.False(RouteRules.MaySee(AccountRole.Guard, "/plan"));
        Assert.False(RouteRules.MaySee(AccountRole.PropertyManager, "/accounts"));
        Assert.True(RouteRules.MaySee(AccountRole.Auditor, "/audit"));
        Assert.False(RouteRules.MaySee(null, "/account"));
        Assert.Null(RouteRules.Of("/something/new"));
        // An auditor changes nothing, wherever that is.
        Assert.All(Routes.Where(route => RouteRules.Of(route) is { Kind: RouteKind.Roles }), route => Assert.DoesNotContain(
            AccountRole.Auditor, Key(route) is "/audit" or "/" or "/live/stream" || Key(route).StartsWith("/vehicle-history/", StringComparison.Ordinal) && !Key(route).Contains("stays", StringComparison.Ordinal) ? [] : RouteRules.Of(route)!.Do));
    }

    private static string Key(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    private IEnumerable<(RouteEndpoint Route, HttpMethod Method, string Path)> Questions() =>
        from route in Routes
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
        select (route, new HttpMethod(method), Filled(Key(route)));

    // Values that every constraint lets through and that name nothing.
    private static string Filled(string pattern) => Regex.Replace(pattern, @"\{\w+:guid\}", Guid.Empty.ToString(), RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1))
        .Replace("{id:length(32)}", new string('0', 32), StringComparison.Ordinal)
        .Replace("{sha256:length(64)}", new string('0', 64), StringComparison.Ordinal)
        .Replace("{sequence:long:min(1)}", "1", StringComparison.Ordinal)
        .Replace("{id:long}", "1", StringComparison.Ordinal)
        .Replace("{", "", StringComparison.Ordinal)
        .Replace("}", "", StringComparison.Ordinal);
}
