using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Gateway.Edge.Access;

namespace Gateway.Edge.Tests.Access.Grants.Api;

public sealed class GrantInstantTests : IAsyncLifetime
{
    private readonly GrantGateway _gateway = new();
    private HttpClient _http = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _gateway.StartAsync();
        _http = new HttpClient { BaseAddress = _gateway.Address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new ApiKey(_gateway.Data).Load());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _gateway.DisposeAsync();
    }

    [Theory]
    [InlineData("POST", "/api/grants", """{"tag":"plumber","host":"x","name":"x","until":"2099-06-01T12:00:00"}""", "until")]
    [InlineData("POST", "/api/grants", """{"tag":"plumber","host":"x","name":"x","from":"2099-06-01","until":"2099-06-01T12:00:00Z"}""", "from")]
    [InlineData("POST", "/api/grants/3f2504e0-4f89-41d3-9a0c-0305e82c3301/renewal", """{"until":"2099-06-01T12:00:00"}""", "until")]
    [InlineData("POST", "/api/grants/3f2504e0-4f89-41d3-9a0c-0305e82c3301/shortening", """{"until":"2099-06-01"}""", "until")]
    [InlineData("PUT", "/api/grants/leases/3f2504e0-4f89-41d3-9a0c-0305e82c3301", """{"end":"2099-06-01T12:00:00"}""", "end")]
    [InlineData("POST", "/api/grants/import?until=2099-06-01T12:00:00", "{}", "until")]
    [InlineData("POST", "/api/grants/import?until=2099-06-01T12:00:00Z&from=2099-05-01T12:00:00", "{}", "from")]
    public async Task Instant_without_its_offset_is_refused_by_name(string method, string path, string body, string field)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        using var response = await _http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));
        var errors = problem.RootElement.GetProperty("errors");
        Assert.Contains("offset", errors.GetProperty(field)[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2099-06-01T12:00:00+08:00")]
    [InlineData("2099-06-01T04:00:00Z")]
    [InlineData("2099-06-01T04:00:00.0000000+00:00")]
    public async Task Instant_with_its_offset_is_taken_as_it_is(string until)
    {
        using var content = new StringContent($$"""{"tag":"plumber","host":"x","name":"x","from":"2099-01-01T00:00Z","until":"{{until}}"}""", Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri("/api/grants", UriKind.Relative), content, Stop);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var view = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal(new DateTimeOffset(2099, 6, 1, 4, 0, 0, TimeSpan.Zero), view.RootElement.GetProperty("grant").GetProperty("until").GetDateTimeOffset());
    }
}
