using System.Text;
using System.Text.Json;
using Gateway.Drivers.FallingObjectCameras;
using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Edge.Console.Facades;

/// <summary>What the page's script sends.</summary>
/// <param name="Section">The section's JSON.</param>
/// <param name="Print">The camera's text that the drawing began from; empty where it could not be read.</param>
internal sealed record FacadeRequest(byte[] Section, string Print)
{
    /// <summary>Reads <c>{ "facade": ..., "print": "..." }</c>; null for anything else and for what is too long.</summary>
    public static async Task<FacadeRequest?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = FacadeDraft.MaxBytes + 1024;
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = 16 }, context.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("facade", out var facade)
                ? new FacadeRequest(
                    Encoding.UTF8.GetBytes(facade.GetRawText()),
                    document.RootElement.TryGetProperty("print", out var print) && print.ValueKind == JsonValueKind.String ? print.GetString()! : "")
                : null;
        }
        catch (Exception error) when (error is JsonException or BadHttpRequestException)
        {
            return null;
        }
    }
}
