using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Gateway.Edge.Access.Grants.Crew;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Commands;

namespace Gateway.Edge.Access.Grants.Api;

/// <summary>Temporary access of a running gateway, over its API, which knows by itself who asks.</summary>
internal sealed class RemoteGrants : IGrantDesk, IDisposable
{
    private const string Root = "/api/grants";

    private readonly HttpClient _http;

    public RemoteGrants(HttpClient http, string apiKey)
    {
        _http = http;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
    }

    /// <inheritdoc/>
    public async Task<GrantChange> AddAsync(GrantDraft draft, string by, CancellationToken cancellationToken) =>
        await SendAsync(Root, draft, cancellationToken) ?? throw new CommandFaultException("The gateway's answer was empty.");

    /// <inheritdoc/>
    public Task<GrantChange?> RenewAsync(Guid id, DateTimeOffset until, string by, CancellationToken cancellationToken) =>
        SendAsync($"{Root}/{id}/renewal", new NewEnd(until), cancellationToken);

    /// <inheritdoc/>
    public Task<GrantChange?> ShortenAsync(Guid id, DateTimeOffset until, string by, CancellationToken cancellationToken) =>
        SendAsync($"{Root}/{id}/shortening", new NewEnd(until), cancellationToken);

    /// <inheritdoc/>
    public Task<GrantChange?> RevokeAsync(Guid id, string by, CancellationToken cancellationToken) => SendAsync($"{Root}/{id}/revocation", null, cancellationToken);

    /// <inheritdoc/>
    public Task<GrantChange?> LeftAsync(Guid id, string by, CancellationToken cancellationToken) => SendAsync($"{Root}/{id}/departure", null, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GrantView>> ListAsync(GrantFilter filter, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Root}?search={Uri.EscapeDataString(filter.Search ?? "")}&skip={filter.Skip}&limit={filter.Limit}")
            + $"{Part("state", filter.State?.ToString())}{Part("inside", filter.Inside?.ToString())}{Part("overstaying", filter.Overstaying?.ToString())}";
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ReadAsync<List<GrantView>>(response, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<GrantReport?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri($"{Root}/{id}", UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<GrantReport>(response, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CrewReport> ImportAsync(ReadOnlyMemory<byte> file, CrewTerms terms, string by, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var path = $"{Root}/import?dryRun={(terms.DryRun ? "true" : "false")}&goodRows={(terms.GoodRowsOnly ? "true" : "false")}"
            + $"{Part("until", terms.Until.ToString("O", CultureInfo.InvariantCulture))}{Part("from", terms.From?.ToString("O", CultureInfo.InvariantCulture))}"
            + $"{Part("tag", terms.Tag)}{Part("host", terms.Host)}";
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        return response.StatusCode == HttpStatusCode.UnprocessableEntity
            ? (await response.Content.ReadFromJsonAsync<CrewReport>(GrantsJson.Options, cancellationToken))!
            : await ReadAsync<CrewReport>(response, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static string Part(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    // Null where there is no such grant.
    private async Task<GrantChange?> SendAsync(string path, object? body, CancellationToken cancellationToken)
    {
        using var content = body is null ? null : JsonContent.Create(body, body.GetType(), options: GrantsJson.Options);
        using var response = await _http.PostAsync(new Uri(path, UriKind.Relative), content, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => null,
            HttpStatusCode.BadRequest or HttpStatusCode.Conflict when await RefusalsAsync(response, cancellationToken) is { Count: > 0 } refusals => new GrantChange(null, refusals),
            _ => new GrantChange(await ReadAsync<GrantView>(response, cancellationToken), []),
        };
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new CommandFaultException(
                $"The gateway answered {(int)response.StatusCode} {response.ReasonPhrase}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
        }

        return await response.Content.ReadFromJsonAsync<T>(GrantsJson.Options, cancellationToken) ?? throw new CommandFaultException("The gateway's answer was empty.");
    }

    private static async Task<IReadOnlyList<GrantRefusal>> RefusalsAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        using var problem = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return problem.RootElement.TryGetProperty(GrantEndpoints.Refusals, out var refusals)
            ? refusals.Deserialize<List<GrantRefusal>>(JsonSerializerOptions.Web) ?? []
            : [];
    }
}
