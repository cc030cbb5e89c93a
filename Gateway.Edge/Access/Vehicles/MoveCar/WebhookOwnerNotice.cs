using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Secrets;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>
/// Hands notices to the property's message service: a signed JSON body over https, nothing else. Follows no redirect, reads no answer but
/// its status, and waits no longer than ten seconds.
/// </summary>
internal sealed class WebhookOwnerNotice : IOwnerNotice, IDisposable
{
    /// <summary><c>t=SECONDS,v1=HEX</c>: HMAC-SHA256 of the time, a dot and the body, under the shared key.</summary>
    public const string SignatureHeader = "X-EdgeGateway-Signature";

    private const int ShortestSecret = 32;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_connectTimeout = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _clock;
    private readonly Uri? _address;
    private readonly byte[] _secret = [];
    private readonly HttpClient? _http;

    /// <summary>Reads key and authority; without an address there is nothing to read.</summary>
    /// <exception cref="SecretFaultException">The key file is missing, open to others or too short.</exception>
    /// <exception cref="ConfigurationFaultException">The authority's file cannot be used.</exception>
    public WebhookOwnerNotice(MoveCarOptions options, TimeProvider clock)
    {
        _clock = clock;
        if (options.Url is null)
        {
            return;
        }

        _address = new Uri(options.Url);
        _secret = ReadSecret(options.SecretFile!);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectTimeout = s_connectTimeout, MaxResponseHeadersLength = 16 };
        if (options.AuthorityFile is { } file)
        {
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = Trusting(file) };
        }

        _http = new HttpClient(handler) { Timeout = s_timeout };
    }

    /// <inheritdoc/>
    public bool IsConfigured => _http is not null;

    /// <inheritdoc/>
    public async Task<NoticeDelivery> TellAsync(OwnerNotice notice, CancellationToken cancellationToken)
    {
        if (_http is null)
        {
            return NoticeDelivery.Refused("there is no message service");
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(notice, JsonSerializerOptions.Web);
        using var request = new HttpRequestMessage(HttpMethod.Post, _address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        request.Headers.Add(SignatureHeader, Sign(_secret, _clock.GetUtcNow(), body));
        request.Headers.Add("Idempotency-Key", notice.Id.ToString());
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return Judge(response.StatusCode);
        }
        catch (HttpRequestException error)
        {
            return NoticeDelivery.TryAgain(error.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NoticeDelivery.TryAgain($"no answer within {s_timeout.TotalSeconds:0} s");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }

    /// <summary>The value of <see cref="SignatureHeader"/>.</summary>
    public static string Sign(byte[] secret, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{time}."), .. body];
        var hash = HMACSHA256.HashData(secret, signed);
        CryptographicOperations.ZeroMemory(signed);
        return $"t={time},v1={Convert.ToHexStringLower(hash)}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http?.Dispose();
        CryptographicOperations.ZeroMemory(_secret);
    }

    private static NoticeDelivery Judge(HttpStatusCode status) => status switch
    {
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => NoticeDelivery.Taken,
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
            NoticeDelivery.TryAgain($"it answered {(int)status}"),
        _ => NoticeDelivery.Refused($"it answered {(int)status}"),
    };

    private static byte[] ReadSecret(string path)
    {
        try
        {
            KeyFile.RequirePrivate(path);
            var text = File.ReadAllText(path).Trim();
            return text.Length >= ShortestSecret
                ? Encoding.UTF8.GetBytes(text)
                : throw new SecretFaultException($"Vehicles:MoveCar:SecretFile {path} holds less than {ShortestSecret} characters. Make another one, for example with: openssl rand -hex 32");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SecretFaultException($"Vehicles:MoveCar:SecretFile {path} cannot be read: {error.Message} Make it, for example with: openssl rand -hex 32, and give it to the gateway's user with mode 0600.", error);
        }
    }

    private static X509ChainPolicy Trusting(string file)
    {
        try
        {
            // No revocation: an authority of the property's own publishes no list.
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.ImportFromPemFile(file);
            return policy.CustomTrustStore.Count > 0
                ? policy
                : throw new ConfigurationFaultException($"Vehicles:MoveCar:AuthorityFile '{file}' holds no certificate.");
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationFaultException($"Vehicles:MoveCar:AuthorityFile '{file}' cannot be used: {error.Message}", error);
        }
    }
}
