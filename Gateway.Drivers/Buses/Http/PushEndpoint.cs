using System.Buffers;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Drivers.Buses.Http;

/// <summary>Answers one pushed request: who sends, may it now, what does it hold. A request is answered 200 once the device's queue has it.</summary>
internal sealed class PushEndpoint(Func<string, PushInbox?> inboxes, TimeProvider clock)
{
    /// <summary>Longest request body in bytes: a few pictures.</summary>
    public const int LongestBody = 6 << 20;

    private static readonly TimeSpan BodyWithin = TimeSpan.FromSeconds(15);

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.StatusCode = inboxes(context.Request.Path.Value ?? "") is { } inbox ? await AdmitAsync(context, inbox) : 404;
        if (context.Response.StatusCode is 429 or 503)
        {
            context.Response.Headers.RetryAfter = "1";
        }
    }

    private async Task<int> AdmitAsync(HttpContext context, PushInbox inbox)
    {
        // The address first: a stranger must not use up the sender's rate.
        if (!IsAllowed(context.Connection.RemoteIpAddress, inbox.Sender.Allowed))
        {
            inbox.Counters.Count(403);
            return 403;
        }

        var begun = inbox.Begin();
        if (begun != 200)
        {
            inbox.Counters.Count(begun);
            return begun;
        }

        try
        {
            var status = LogIn(context, inbox);
            status = status != 200 ? status : await ReceiveAsync(context, inbox);
            if (status != 401)
            {
                inbox.Counters.Count(status);
            }

            return status;
        }
        finally
        {
            inbox.End();
        }
    }

    private static bool IsAllowed(IPAddress? source, IReadOnlyList<IPNetwork> allowed)
    {
        var plain = source is { IsIPv4MappedToIPv6: true } ? source.MapToIPv4() : source;
        return allowed.Count == 0 || (plain is not null && allowed.Any(network => network.Contains(plain)));
    }

    private static int LogIn(HttpContext context, PushInbox inbox)
    {
        if (inbox.Verifier is not { } verifier)
        {
            return 200;
        }

        var target = context.Request.Path.ToUriComponent() + context.Request.QueryString.ToUriComponent();
        var verdict = verifier.Check(context.Request.Headers.Authorization, context.Request.Method, target);
        if (verdict == DigestVerifier.Verdict.Right)
        {
            return 200;
        }

        context.Response.Headers.WWWAuthenticate = new StringValues([.. verifier.Challenge(verdict == DigestVerifier.Verdict.Stale)]);
        if (verdict == DigestVerifier.Verdict.Wrong)
        {
            inbox.Counters.Count(403);
        }

        return 401;
    }

    private async Task<int> ReceiveAsync(HttpContext context, PushInbox inbox)
    {
        var request = context.Request;
        if (request.Method is not ("POST" or "PUT"))
        {
            return 405;
        }

        using var late = new CancellationTokenSource(BodyWithin, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, late.Token);
        try
        {
            var boundary = MultipartParts.BoundaryOf(request.ContentType);
            var parts = boundary is null
                ? await WholeAsync(request, both.Token)
                : await PartsAsync(new MultipartParts(request.BodyReader, boundary), both.Token);
            return parts is null ? 415 : inbox.TryDeliver(new PushMessage(clock.GetUtcNow(), parts)) ? 200 : 503;
        }
        catch (MultipartFormatException)
        {
            return 400;
        }
        catch (BadHttpRequestException error)
        {
            return error.StatusCode;
        }
        catch (Exception error) when (error is OperationCanceledException or IOException)
        {
            // Cut short or too slow.
            return 408;
        }
    }

    private static async Task<IReadOnlyList<HttpPart>> PartsAsync(MultipartParts body, CancellationToken cancellationToken)
    {
        List<HttpPart> parts = [];
        while (await body.ReadAsync(cancellationToken) is { } part)
        {
            parts.Add(part);
            if (parts.Count > MultipartLimits.Parts)
            {
                throw new MultipartFormatException("There are too many parts.");
            }
        }

        return parts.Count > 0 ? parts : throw new MultipartFormatException("There is no part.");
    }

    /// <summary>A body that is one text or picture; null for a type that no device sends.</summary>
    private static async Task<IReadOnlyList<HttpPart>?> WholeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var type = request.ContentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        var part = new HttpPart("", type, default);
        if (!part.IsJson && !part.IsXml && !part.IsPicture)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellationToken);
            if (read.Buffer.Length > MultipartLimits.Part)
            {
                throw new MultipartFormatException("The body is too long.");
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return [part with { Body = body }];
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
