using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Gateway.Edge.Access;
using Gateway.Edge.Patrols;
using Microsoft.AspNetCore.Mvc;

namespace Gateway.Edge.Commands;

/// <summary>The running gateway's API for verbs that need it to run.</summary>
internal sealed class GatewayApi : IDisposable
{
    private readonly HttpClient _http;

    private GatewayApi(HttpClient http) => _http = http;

    /// <summary>Finds the gateway of a data directory.</summary>
    /// <exception cref="CommandFaultException">None runs there.</exception>
    public static async Task<GatewayApi> OpenAsync(string? data, CancellationToken cancellationToken)
    {
        var root = CommandSettings.DataDirectory(data);
        var http = await RunningGateway.ConnectAsync(root, cancellationToken)
            ?? throw new CommandFaultException($"No gateway runs on {root}. Start it, or name its data directory with --data.");

        // A patrol takes as long as its slowest device; Ctrl-C ends the waiting.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new ApiKey(root).Load());
        return new GatewayApi(http);
    }

    /// <summary>Asks for something; null when there is no such thing.</summary>
    /// <exception cref="CommandFaultException">The gateway refused; the message is its own.</exception>
    public async Task<T?> GetAsync<T>(string path, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>Asks for bytes; null when there are none.</summary>
    /// <exception cref="CommandFaultException">The gateway refused; the message is its own.</exception>
    public async Task<byte[]?> GetBytesAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await IsThereAsync(response, cancellationToken) ? await response.Content.ReadAsByteArrayAsync(cancellationToken) : null;
    }

    /// <summary>Sends something; null when there is nothing to send it to.</summary>
    /// <exception cref="CommandFaultException">The gateway refused; the message is its own.</exception>
    public async Task<T?> PostAsync<T>(string path, object body, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await _http.PostAsJsonAsync(path, body, PatrolJson.Options, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>Gives an order, which is answered or refused in words.</summary>
    /// <exception cref="CommandFaultException">The gateway refused, or knows nothing of that name; the message is its own.</exception>
    public async Task<T> OrderAsync<T>(string path, object body, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await _http.PostAsJsonAsync(path, body, PatrolJson.Options, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound
            ? throw await FaultAsync(response, cancellationToken)
            : await ReadAsync<T>(response, cancellationToken) ?? throw new CommandFaultException("The gateway's answer was empty.");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
        where T : class => await IsThereAsync(response, cancellationToken)
            ? await response.Content.ReadFromJsonAsync<T>(PatrolJson.Options, cancellationToken) ?? throw new CommandFaultException("The gateway's answer was empty.")
            : null;

    private static async Task<bool> IsThereAsync(HttpResponseMessage response, CancellationToken cancellationToken) => response.StatusCode switch
    {
        HttpStatusCode.NotFound => false,
        _ when response.IsSuccessStatusCode => true,
        _ => throw await FaultAsync(response, cancellationToken),
    };

    // The gateway's own sentence where it gave one; otherwise everything it said.
    private static async Task<CommandFaultException> FaultAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new CommandFaultException(
            Detail(response, text) ?? $"The gateway answered {(int)response.StatusCode} {response.ReasonPhrase}: {text}");
    }

    private static string? Detail(HttpResponseMessage response, string text)
    {
        if (response.Content.Headers.ContentType?.MediaType is not "application/problem+json")
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<ProblemDetails>(text, JsonSerializerOptions.Web)?.Detail;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
