using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Gateway.Edge.Access;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Tests.Access.Residents;

public sealed class ResidentEndpointsTests : IAsyncLifetime
{
    private readonly GatewayUnderTest _gateway = new();
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

    [Fact]
    public async Task A_resident_is_enrolled_listed_shown_and_withdrawn()
    {
        using var created = await PostAsync(ResidentsFixture.Request(1));
        var resident = (await created.Content.ReadFromJsonAsync<Resident>(ResidentsJson.Options, Stop))!;
        using var withdrawal = await _http.PostAsJsonAsync($"/api/residents/{resident.Id}/withdrawal", new { by = "王小明" }, Stop);
        var withdrawn = await withdrawal.Content.ReadFromJsonAsync<Resident>(ResidentsJson.Options, Stop);
        var shown = await _http.GetFromJsonAsync<Resident>(created.Headers.Location, ResidentsJson.Options, Stop);

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("王*", resident.MaskedName);
        Assert.Equal("王小明", withdrawn!.Consent!.WithdrawnBy);
        Assert.Equal(withdrawn, shown);
        Assert.Equal([shown!], await _http.GetFromJsonAsync<List<Resident>>("/api/residents", ResidentsJson.Options, Stop));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Bearer ")]
    [InlineData("Basic dTpw")]
    public async Task A_request_without_the_key_gets_401_and_nothing_else(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_gateway.Address, "/api/residents"));
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var stranger = new HttpClient();

        using var response = await stranger.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Refusals_name_every_field_with_code_and_both_languages()
    {
        using var response = await PostAsync(ResidentsFixture.Request(1) with { Name = "", Photos = [] });
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True(problem.GetProperty("errors").TryGetProperty("name", out _));
        Assert.True(problem.GetProperty("errors").TryGetProperty("photos", out _));
        Assert.Equal("请提供 1 至 5 张照片。", problem.GetProperty("refusals")[1].GetProperty("reason").GetProperty("zh").GetString());
    }

    [Fact]
    public async Task A_duplicate_is_a_conflict()
    {
        using var first = await PostAsync(ResidentsFixture.Request(1));
        using var second = await PostAsync(ResidentsFixture.Request(1));

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Theory]
    [InlineData("application/json", "{", 400, "$")]
    [InlineData("application/json", "null", 400, "$")]
    [InlineData("application/json", "[]", 400, "$")]
    [InlineData("application/json", """{"name":"A","unit":"1","photos":["@"],"consentBy":"A","consentText":"v1"}""", 400, "photos[0]")]
    [InlineData("application/json", """{"name":7,"unit":"1","photos":[],"consentBy":"A","consentText":"v1"}""", 400, "name")]
    [InlineData("application/json", """{"name":"A","unit":"1","photos":[],"consentBy":"A","consentText":"v1","admin":true}""", 400, "admin")]
    [InlineData("application/json", """{"name":"A"}""", 400, "unit")]
    [InlineData("text/plain", "{}", 415, "application/json")]
    public async Task Malformed_bodies_are_refused_with_the_field(string type, string body, int status, string named)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await _http.PostAsync(new Uri("/api/residents", UriKind.Relative), content, Stop);
        var answer = await response.Content.ReadAsStringAsync(Stop);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(named, answer, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var content = new StringContent($$"""{"by":"{{new string('x', 100_000)}}"}""", Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri($"/api/residents/{Guid.NewGuid()}/withdrawal", UriKind.Relative), content, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_resident_is_not_found()
    {
        using var shown = await _http.GetAsync(new Uri($"/api/residents/{Guid.NewGuid()}", UriKind.Relative), Stop);
        using var withdrawn = await _http.PostAsJsonAsync($"/api/residents/{Guid.NewGuid()}/withdrawal", new { by = "A" }, Stop);

        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, withdrawn.StatusCode);
    }

    [Fact]
    public async Task The_consent_texts_are_there_in_both_languages()
    {
        var texts = await _http.GetFromJsonAsync<JsonElement>("/api/residents/consent-texts", Stop);

        Assert.Contains("撤回", texts[0].GetProperty("text").GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Contains("Withdrawal", texts[0].GetProperty("text").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_file_is_private()
    {
        var mode = File.GetUnixFileMode(Path.Combine(_gateway.Data, "api-key"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    private Task<HttpResponseMessage> PostAsync(EnrolmentRequest request) =>
        _http.PostAsJsonAsync("/api/residents", request, ResidentsJson.Options, Stop);
}
