using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Gateway.Edge.Access.Vehicles.Csv;
using Gateway.Edge.Access.Vehicles.Registry;
using Gateway.Edge.Access.Vehicles.Stays;
using Gateway.Edge.Commands;

namespace Gateway.Edge.Access.Vehicles.Api;

/// <summary>Registry and stays of a running gateway, over its API, which knows by itself who asks.</summary>
internal sealed class RemoteVehicles : IVehicleDesk, IVehicleStays, IDisposable
{
    private const string Root = "/api/vehicles";

    private readonly HttpClient _http;

    public RemoteVehicles(HttpClient http, string apiKey)
    {
        _http = http;
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
    }

    /// <inheritdoc/>
    public async Task<VehicleChange> AddAsync(VehicleDraft draft, string by, CancellationToken cancellationToken)
    {
        var (vehicle, refusals) = await SendAsync<Vehicle>(HttpMethod.Post, Root, draft, cancellationToken);
        return new VehicleChange(vehicle, refusals);
    }

    /// <inheritdoc/>
    public async Task<VehicleChange?> ChangeAsync(Guid id, VehicleDraft draft, string by, CancellationToken cancellationToken)
    {
        var (vehicle, refusals) = await SendAsync<Vehicle>(HttpMethod.Put, $"{Root}/{id}", draft, cancellationToken);
        return vehicle is null && refusals.Count == 0 ? null : new VehicleChange(vehicle, refusals);
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(Guid id, string by, CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync(new Uri($"{Root}/{id}", UriKind.Relative), cancellationToken);
        return response.StatusCode != HttpStatusCode.NotFound && (response.IsSuccessStatusCode ? true : throw await FaultAsync(response, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<VehicleChange> DenyAsync(VehicleDenial denial, string by, CancellationToken cancellationToken)
    {
        var (vehicle, refusals) = await SendAsync<Vehicle>(HttpMethod.Post, $"{Root}/denials", denial, cancellationToken);
        return new VehicleChange(vehicle, refusals);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Vehicle>> ListAsync(VehicleFilter filter, CancellationToken cancellationToken) =>
        await GetAsync<List<Vehicle>>(
            $"{Root}?search={Uri.EscapeDataString(filter.Search ?? "")}{Part("standing", filter.Standing)}{Part("skip", filter.Skip)}{Part("limit", filter.Limit)}",
            cancellationToken) ?? [];

    /// <inheritdoc/>
    public Task<Vehicle?> ShowAsync(Guid id, CancellationToken cancellationToken) => GetAsync<Vehicle>($"{Root}/{id}", cancellationToken);

    /// <inheritdoc/>
    public async Task<string?> RevealPhoneAsync(Guid id, string by, CancellationToken cancellationToken) =>
        (await SendAsync<PhoneAnswer>(HttpMethod.Post, $"{Root}/{id}/phone", null, cancellationToken)).Value?.Phone;

    /// <inheritdoc/>
    public async Task<ImportReport> ImportAsync(ReadOnlyMemory<byte> file, bool dryRun, string by, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await _http.PostAsync(new Uri($"{Root}/import?dryRun={(dryRun ? "true" : "false")}", UriKind.Relative), content, cancellationToken);
        return response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.UnprocessableEntity
            ? await ReadAsync<ImportReport>(response, cancellationToken)
            : throw await FaultAsync(response, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<byte[]> ExportAsync(bool withPhones, string by, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsync(new Uri($"{Root}/export?phones={(withPhones ? "true" : "false")}", UriKind.Relative), null, cancellationToken);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(cancellationToken) : throw await FaultAsync(response, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Occupancy> OccupancyAsync(CancellationToken cancellationToken) =>
        await GetAsync<Occupancy>($"{Root}/occupancy", cancellationToken) ?? throw new CommandFaultException("The gateway's answer was empty.");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Stay>> ListAsync(StayFilter filter, CancellationToken cancellationToken) =>
        await GetAsync<List<Stay>>(
            $"{Root}/stays?plate={Uri.EscapeDataString(filter.Plate ?? "")}{Part("inside", filter.Inside)}{Part("overstaying", filter.Overstaying)}"
            + $"{Part("since", Instant(filter.Since))}{Part("until", Instant(filter.Until))}{Part("skip", filter.Skip)}{Part("limit", filter.Limit)}",
            cancellationToken) ?? [];

    /// <inheritdoc/>
    Task<Stay?> IVehicleStays.ShowAsync(Guid id, CancellationToken cancellationToken) => GetAsync<Stay>($"{Root}/stays/{id}", cancellationToken);

    /// <inheritdoc/>
    public async Task<StayChange> BeginAsync(string? plate, StayCorrection correction, string by, CancellationToken cancellationToken)
    {
        var (stay, refusals) = await SendAsync<Stay>(HttpMethod.Post, $"{Root}/stays", new StayEntry(plate, correction.Reason, correction.At), cancellationToken);
        return new StayChange(stay, refusals);
    }

    /// <inheritdoc/>
    public Task<StayChange?> EndAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) =>
        CorrectAsync(id, "end", correction, cancellationToken);

    /// <inheritdoc/>
    public Task<StayChange?> SettleAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) =>
        CorrectAsync(id, "settle", correction, cancellationToken);

    /// <inheritdoc/>
    public Task<StayChange?> AddMinutesAsync(Guid id, StayCorrection correction, string by, CancellationToken cancellationToken) =>
        CorrectAsync(id, "minutes", correction, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<StayChange?> CorrectAsync(Guid id, string what, StayCorrection correction, CancellationToken cancellationToken)
    {
        var (stay, refusals) = await SendAsync<Stay>(HttpMethod.Post, $"{Root}/stays/{id}/{what}", correction, cancellationToken);
        return stay is null && refusals.Count == 0 ? null : new StayChange(stay, refusals);
    }

    private static string Part(string name, object? value) =>
        value is null ? "" : $"&{name}={Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture)!)}";

    private static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private async Task<T?> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null
            : response.IsSuccessStatusCode ? await ReadAsync<T>(response, cancellationToken)
            : throw await FaultAsync(response, cancellationToken);
    }

    // Null without refusals where there is no such thing.
    private async Task<(T? Value, IReadOnlyList<VehicleRefusal> Refusals)> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        where T : class
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: VehiclesJson.Options);
        using var response = await _http.SendAsync(request, cancellationToken);
        return response.StatusCode switch
        {
            HttpStatusCode.NotFound => (null, []),
            HttpStatusCode.BadRequest or HttpStatusCode.Conflict when await RefusalsAsync(response, cancellationToken) is { Count: > 0 } refusals => (null, refusals),
            _ when response.IsSuccessStatusCode => (await ReadAsync<T>(response, cancellationToken), []),
            _ => throw await FaultAsync(response, cancellationToken),
        };
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class => await response.Content.ReadFromJsonAsync<T>(VehiclesJson.Options, cancellationToken) ?? throw new CommandFaultException("The gateway's answer was empty.");

    private static async Task<CommandFaultException> FaultAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new($"The gateway answered {(int)response.StatusCode} {response.ReasonPhrase}: {await response.Content.ReadAsStringAsync(cancellationToken)}");

    private static async Task<IReadOnlyList<VehicleRefusal>> RefusalsAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        using var problem = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return problem.RootElement.TryGetProperty(VehicleAnswers.Refusals, out var refusals)
            ? refusals.Deserialize<List<VehicleRefusal>>(JsonSerializerOptions.Web) ?? []
            : [];
    }
}
