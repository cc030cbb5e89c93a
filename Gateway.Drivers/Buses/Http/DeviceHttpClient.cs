using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Http;

/// <summary>
/// Requests to one device. Log-in is HTTP Digest (RFC 7616, MD5 or SHA-256, qop=auth); redirections, proxies and cookies are not followed,
/// answers are bounded in size and time. Safe for several threads.
/// </summary>
internal sealed class DeviceHttpClient : IDisposable
{
    /// <summary>Longest answer that is taken, in bytes.</summary>
    public const int LongestBody = 4 << 20;

    private static readonly TimeSpan ConnectWithin = TimeSpan.FromSeconds(5);
    private readonly HttpClient _http;
    private readonly DeviceHttpSettings _settings;
    private readonly TimeProvider _clock;
    private readonly string _device;

    /// <param name="device">The device's id, for messages.</param>
    /// <param name="settings">Where it is and how to log in.</param>
    /// <param name="clock">The clock of time-outs and pauses.</param>
    /// <param name="transport">Carries the requests; null for the network.</param>
    public DeviceHttpClient(string device, DeviceHttpSettings settings, TimeProvider clock, HttpMessageHandler? transport = null)
    {
        (_device, _settings, _clock, Guard) = (device, settings, clock, new LoginGuard(device, clock));
        var handler = transport ?? Network(settings.Fingerprint);
        if (settings.Login is { } login)
        {
            handler = new DigestHandler(device, login, Guard, handler);
        }

        // Time is bounded per request, by the clock that tests can move.
        _http = new HttpClient(handler) { BaseAddress = settings.Address, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Watches refused log-ins.</summary>
    public LoginGuard Guard { get; }

    /// <summary>Sends a request and takes the whole answer, whatever its status.</summary>
    /// <exception cref="DeviceUnreachableException">No answer, or none in time.</exception>
    /// <exception cref="LoginRefusedException">The log-in was refused, or log-ins are paused.</exception>
    /// <exception cref="DeviceFaultException">The answer is too long, or the device offers no digest.</exception>
    public async Task<DeviceHttpReply> SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_settings.RequestTimeout, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var request = Request(method, path, content);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var body = await ReadAsync(response, both.Token);
            return new DeviceHttpReply(
                response.StatusCode, response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "", body, response.Headers.Date);
        }
        catch (Exception error) when (IsAbsence(error, cancellationToken))
        {
            throw Unreachable(error);
        }
    }

    /// <summary>Opens an answer that does not end, such as a stream of events. The caller bounds its silence.</summary>
    /// <returns>The answer; dispose of it.</returns>
    /// <exception cref="DeviceUnreachableException">No answer, or none in time.</exception>
    /// <exception cref="LoginRefusedException">The log-in was refused, or log-ins are paused.</exception>
    public async Task<HttpResponseMessage> OpenAsync(string path, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(_settings.RequestTimeout, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var request = Request(HttpMethod.Get, path, content: null);
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
        }
        catch (Exception error) when (IsAbsence(error, cancellationToken))
        {
            throw Unreachable(error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content) =>
        new(method, path) { Content = content, Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };

    private static bool IsAbsence(Exception error, CancellationToken cancellationToken) =>
        error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private DeviceUnreachableException Unreachable(Exception error) => error is OperationCanceledException
        ? new DeviceUnreachableException($"{_device}: no answer from {_settings.Address.Authority} within {_settings.RequestTimeout.TotalSeconds:0.#} s. Fix: check its power and network.", error)
        : new DeviceUnreachableException($"{_device}: {_settings.Address.Authority} cannot be reached: {error.Message} Fix: check its address, power and network.", error);

    private async Task<ReadOnlyMemory<byte>> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[16 << 10];
        while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (whole.Length + read > LongestBody)
            {
                throw new DeviceFaultException($"{_device}: sent an answer of more than {LongestBody >> 20} MiB.");
            }

            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    private static SocketsHttpHandler Network(string? fingerprint)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = ConnectWithin,
            MaxConnectionsPerServer = 4,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        };
        if (fingerprint is not null)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is X509Certificate2 shown
                && string.Equals(shown.GetCertHashString(HashAlgorithmName.SHA256), fingerprint, StringComparison.OrdinalIgnoreCase);
        }

        return handler;
    }
}
