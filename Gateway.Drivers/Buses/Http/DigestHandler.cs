using System.Net;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Http;

/// <summary>
/// Logs in by HTTP Digest and by nothing else: user and password never travel, whatever a device asks for. The framework's own digest
/// asks for a challenge at each request and does not count refusals; here a nonce serves until it is stale, and
/// <see cref="LoginGuard"/> watches the refusals. Safe for several threads: while no log-in has succeeded yet, requests take turns, so
/// that a wrong password is tried once and not by each of them.
/// </summary>
internal sealed class DigestHandler(string device, DeviceLogin login, LoginGuard guard, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int LongestRefusal = 8192;
    private readonly SemaphoreSlim _turn = new(1); // held while logging in
    private volatile DigestSession? _session; // the log-in in force; written by any request that got through

    /// <inheritdoc/>
    /// <exception cref="LoginRefusedException">The device refused user and password, or log-ins are paused.</exception>
    /// <exception cref="DeviceFaultException">The device offers no log-in that keeps the password secret.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A body is sent again after a challenge.
        await (request.Content?.LoadIntoBufferAsync(cancellationToken) ?? Task.CompletedTask);
        DigestChallenge? challenge = null;
        var known = _session;
        if (known is not null)
        {
            var response = await AnswerAsync(request, known, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                return Accepted(response, known);
            }

            // An old nonce, or the device started anew and has forgotten it; many do not say "stale" then.
            challenge = await ChallengeAsync(response, cancellationToken);
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            guard.Check();
            return await LogInAsync(request, known, challenge, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _turn.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> LogInAsync(
        HttpRequestMessage request, DigestSession? failed, DigestChallenge? challenge, CancellationToken cancellationToken)
    {
        // Another request may have logged in while this one waited.
        var session = _session is { } other && other != failed ? other : null;
        if (session is null && challenge is null)
        {
            request.Headers.Authorization = null;
            var open = await base.SendAsync(request, cancellationToken);
            if (open.StatusCode != HttpStatusCode.Unauthorized)
            {
                return open;
            }

            challenge = await ChallengeAsync(open, cancellationToken);
        }

        // At most one answer to a fresh challenge counts as refused; a stale nonce is answered once more.
        for (var fresh = session is null; ; fresh = true)
        {
            session ??= new DigestSession(login, challenge!);
            var response = await AnswerAsync(request, session, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
            {
                return Accepted(response, session);
            }

            var staleBefore = challenge is { Stale: true };
            challenge = await ChallengeAsync(response, cancellationToken);
            if (fresh && (!challenge.Stale || staleBefore))
            {
                _session = null;
                throw guard.Refused(locked: null, response.Headers.Date);
            }

            session = null;
        }
    }

    private Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, DigestSession session, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = session.Answer(request.Method.Method, request.RequestUri!.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }

    private HttpResponseMessage Accepted(HttpResponseMessage response, DigestSession session)
    {
        guard.Accepted();
        var info = response.Headers.TryGetValues("Authentication-Info", out var values) ? DigestFields.Parse(string.Join(',', values)) : null;
        _session = info?.GetValueOrDefault("nextnonce") is { Length: > 0 } next ? session.Next(next) : session;
        return response;
    }

    /// <summary>What the refusal asks for; ends it.</summary>
    private async Task<DigestChallenge> ChallengeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var body = new byte[LongestRefusal];
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var read = await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
            if (LockNotice.Read(body.AsSpan(0, read)) is { } locked)
            {
                _session = null;
                throw guard.Refused(locked, response.Headers.Date);
            }

            var offered = string.Join(", ", response.Headers.WwwAuthenticate.Select(offer => offer.Scheme).Distinct(StringComparer.OrdinalIgnoreCase));
            return DigestChallenge.Best(response.Headers.WwwAuthenticate) ?? throw new DeviceFaultException(
                $"{device}: offers no log-in by digest (offered: {(offered.Length == 0 ? "nothing" : offered)}). "
                + "Fix: set its web authentication to digest; a password is never sent openly.");
        }
    }
}
