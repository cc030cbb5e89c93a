using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests.Buses.Http;

/// <summary>Certificates, redirections and servers that are none.</summary>
public sealed class DeviceHttpClientTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Device_is_known_by_the_fingerprint_of_its_own_certificate_and_by_no_other()
    {
        using var certificate = SelfSigned();
        await using var server = await ServeAsync(certificate, _ => Results.Text("inside"));
        var right = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        Assert.Equal("inside", await GetAsync(server, right.ToLowerInvariant()));
        await Assert.ThrowsAsync<DeviceUnreachableException>(() => GetAsync(server, new string('0', 64)));
        await Assert.ThrowsAsync<DeviceUnreachableException>(() => GetAsync(server, fingerprint: null));
    }

    [Fact(Timeout = 60_000)]
    public async Task Redirection_is_an_answer_and_is_not_followed()
    {
        await using var server = await ServeAsync(certificate: null, context => context.Request.Path == "/" ? Results.Redirect("/else") : Results.Text("else"));
        using var client = Client(server, fingerprint: null);
        Assert.Equal(HttpStatusCode.Redirect, (await client.SendAsync(HttpMethod.Get, "/", content: null, Cancelled)).Status);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("SSH-2.0-dropbear\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    public async Task Server_that_speaks_something_else_is_unreachable_in_words(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serve = ServeBytesAsync(listener, answer);
        using var client = new DeviceHttpClient(
            "terminal", new DeviceHttpSettings { Address = new Uri($"http://{listener.LocalEndpoint}") }, _clock);
        var fault = await Assert.ThrowsAsync<DeviceUnreachableException>(() => client.SendAsync(HttpMethod.Get, "/", content: null, Cancelled));
        Assert.Contains("terminal", fault.Message, StringComparison.Ordinal);
        await serve;
    }

    [Fact(Timeout = 60_000)]
    public async Task Answer_that_trickles_is_cut_off_at_the_time_limit()
    {
        var trickles = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ServeAsync(certificate: null, context => Results.Stream(async body =>
        {
            await body.WriteAsync("x"u8.ToArray(), context.RequestAborted);
            await body.FlushAsync(context.RequestAborted);
            trickles.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }));
        using var client = Client(server, fingerprint: null);
        var pending = client.SendAsync(HttpMethod.Get, "/", content: null, Cancelled);
        await trickles.Task;
        _clock.Advance(TimeSpan.FromSeconds(8));
        await Assert.ThrowsAsync<DeviceUnreachableException>(() => pending);
    }

    [Fact(Timeout = 60_000)]
    public async Task Nobody_at_the_address_is_unreachable_and_a_cancelled_request_is_cancelled()
    {
        using var client = new DeviceHttpClient("terminal", new DeviceHttpSettings { Address = new Uri("http://127.0.0.1:1") }, _clock);
        await Assert.ThrowsAsync<DeviceUnreachableException>(() => client.SendAsync(HttpMethod.Get, "/", content: null, Cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.SendAsync(HttpMethod.Get, "/", content: null, new CancellationToken(canceled: true)));
    }

    private static async Task ServeBytesAsync(TcpListener listener, string answer)
    {
        using var accepted = await listener.AcceptTcpClientAsync(Cancelled);
        _ = await accepted.GetStream().ReadAsync(new byte[4096], Cancelled);
        await accepted.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), Cancelled);
    }

    private static async Task<WebApplication> ServeAsync(X509Certificate2? certificate, Func<HttpContext, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        var server = builder.Build();
        server.Run(context => answer(context).ExecuteAsync(context));
        await server.StartAsync(Cancelled);
        return server;
    }

    private async Task<string> GetAsync(WebApplication server, string? fingerprint)
    {
        using var client = Client(server, fingerprint);
        return Encoding.UTF8.GetString((await client.SendAsync(HttpMethod.Get, "/", content: null, Cancelled)).Body.Span);
    }

    private DeviceHttpClient Client(WebApplication server, string? fingerprint) =>
        new("terminal", new DeviceHttpSettings { Address = new Uri(server.Urls.Single()), Fingerprint = fingerprint }, _clock);

    private X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=terminal", key, HashAlgorithmName.SHA256).CreateSelfSigned(_clock.GetUtcNow().AddYears(-1), _clock.GetUtcNow().AddYears(10));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
