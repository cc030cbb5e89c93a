using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Gateway.Edge.Commands;

namespace Gateway.Edge.Access.Residents;

/// <summary>The registry of a running gateway, over its API.</summary>
internal sealed class RemoteResidentDesk : IResidentDesk, IDisposable
{
    private const string Root = "/api/residents";

    private readonly HttpClient _http;

    public RemoteResidentDesk(HttpClient http, string apiKey)
    {
        _http = http;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
    }

    /// <inheritdoc/>
    public async Task<EnrolmentOutcome> EnrolAsync(EnrolmentRequest request, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(Root, request, ResidentsJson.Options, cancellationToken);
        if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict
            && await ReadRefusalsAsync(response, cancellationToken) is { Count: > 0 } refusals)
        {
            return new EnrolmentOutcome(null, refusals);
        }

        return new EnrolmentOutcome(await ReadAsync<Resident>(response, cancellationToken), []);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Resident>> ListAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri(Root, UriKind.Relative), cancellationToken);
        return await ReadAsync<List<Resident>>(response, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Resident?> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri($"{Root}/{id}", UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<Resident>(response, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Resident?> WithdrawAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync($"{Root}/{id}/withdrawal", new WithdrawalRequest(by), ResidentsJson.Options, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<Resident>(response, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class
    {
        if (!response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new CommandFaultException($"The gateway answered {(int)response.StatusCode} {response.ReasonPhrase}: {text}");
        }

        return await response.Content.ReadFromJsonAsync<T>(ResidentsJson.Options, cancellationToken)
            ?? throw new CommandFaultException("The gateway's answer was empty.");
    }

    private static async Task<List<EnrolmentRefusal>> ReadRefusalsAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        using var problem = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return problem.RootElement.TryGetProperty("refusals", out var refusals)
            ? refusals.Deserialize<List<EnrolmentRefusal>>(JsonSerializerOptions.Web) ?? []
            : [];
    }
}
