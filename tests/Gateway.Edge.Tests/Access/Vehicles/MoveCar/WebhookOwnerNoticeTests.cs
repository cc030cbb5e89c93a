using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using EdgeGateway.Testing;
using Gateway.Cloud.Contract.Hosting;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.MoveCar;
using Gateway.Edge.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Edge.Tests.Access.Vehicles.MoveCar;

/// <summary>The webhook against a real https server with a certificate of the test's own.</summary>
public sealed class WebhookOwnerNoticeTests : IAsyncLifetime
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private readonly TemporaryFolder _folder = new();
    private readonly Channel<(string? Signature, string? Key, byte[] Body)> _received = Channel.CreateUnbounded<(string?, string?, byte[])>();
    private WebApplication _server = null!;
    private int _status = 204;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var certificate = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllTextAsync(_folder.File("ca.pem"), certificate.ExportCertificatePem(), Stop);
        _folder.Write("secret", Secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        _server = builder.Build();
        _server.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            await _received.Writer.WriteAsync(
                (context.Request.Headers[WebhookOwnerNotice.SignatureHeader], context.Request.Headers["Idempotency-Key"], body.ToArray()), context.RequestAborted);
            context.Response.StatusCode = _status;
            if (_status is 307)
            {
                context.Response.Headers.Location = "/elsewhere";
            }
        });
        await _server.StartAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_notice_arrives_once_signed_and_with_its_id()
    {
        var clock = new FakeTimeProvider();
        using var webhook = new WebhookOwnerNotice(Options(), clock);
        var notice = Notice();

        var delivery = await webhook.TellAsync(notice, Stop);
        var (signature, key, body) = await _received.Reader.ReadAsync(Stop);

        Assert.True(delivery.IsTaken, delivery.Reason);
        var time = clock.GetUtcNow().ToUnixTimeSeconds();
        // As docs/vehicles.md tells a receiver to check it.
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{Encoding.UTF8.GetString(body)}")));
        Assert.Equal($"t={time},v1={expected}", signature);
        Assert.Equal(notice.Id.ToString(), key);
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal(["id", "phone", "plate", "askedAt", "reason", "callerPhone", "answerUrl", "text"], json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("13800000001", json.GetProperty("phone").GetString());
    }

    [Theory(Timeout = 60_000)]
    [InlineData(200, true, true)]
    [InlineData(307, false, true)]
    [InlineData(400, false, true)]
    [InlineData(408, false, false)]
    [InlineData(429, false, false)]
    [InlineData(503, false, false)]
    public async Task Statuses_say_whether_to_try_again_and_no_redirect_is_followed(int status, bool taken, bool final)
    {
        _status = status;
        using var webhook = new WebhookOwnerNotice(Options(), TimeProvider.System);

        var delivery = await webhook.TellAsync(Notice(), Stop);

        Assert.Equal((taken, final), (delivery.IsTaken, delivery.IsFinal));
        Assert.True(_received.Reader.TryRead(out _));
        Assert.False(_received.Reader.TryRead(out _));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_certificate_that_nobody_vouches_for_gets_nothing()
    {
        using var webhook = new WebhookOwnerNotice(Options(authority: false), TimeProvider.System);

        var delivery = await webhook.TellAsync(Notice(), Stop);

        Assert.Equal((false, false), (delivery.IsTaken, delivery.IsFinal));
        Assert.False(_received.Reader.TryRead(out _));
        Assert.DoesNotContain("13800000001", delivery.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_short_open_or_missing_and_an_authority_that_is_none_stop_the_start()
    {
        _folder.Write("short", "0123", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        _folder.Write("open", Secret, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        foreach (var name in new[] { "short", "open", "missing" })
        {
            var fault = Assert.Throws<SecretFaultException>(() => new WebhookOwnerNotice(Options(secret: name), TimeProvider.System));
            Assert.Contains(_folder.File(name), fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, fault.Message, StringComparison.Ordinal);
        }

        var options = Options();
        options.AuthorityFile = _folder.File("secret");
        Assert.Throws<ConfigurationFaultException>(() => new WebhookOwnerNotice(options, TimeProvider.System));
    }

    [Theory]
    [InlineData("http://messages.example/")]
    [InlineData("https://user:word@messages.example/")]
    [InlineData("messages.example")]
    [InlineData("ftp://messages.example")]
    public void No_address_but_https_is_taken(string url)
    {
        var options = new MoveCarOptions { Url = url, SecretFile = "secret" };

        Assert.Contains(options.Faults(), fault => fault.Name == nameof(MoveCarOptions.Url));
    }

    [Fact]
    public void An_address_needs_a_key() =>
        Assert.Contains(new MoveCarOptions { Url = "https://messages.example/" }.Faults(), fault => fault.Name == nameof(MoveCarOptions.SecretFile));

    private MoveCarOptions Options(bool authority = true, string secret = "secret")
    {
        var port = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return new MoveCarOptions
        {
            Url = $"https://localhost:{port}/notices",
            SecretFile = _folder.File(secret),
            AuthorityFile = authority ? _folder.File("ca.pem") : null,
        };
    }

    private static OwnerNotice Notice() => new(
        Guid.NewGuid(), "13800000001", "京A·12345", new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero), null, null, new Uri("https://gate.example/move-car/answer/x"), new("请挪车", "Please move"));
}
