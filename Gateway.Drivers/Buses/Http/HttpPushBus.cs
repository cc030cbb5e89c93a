using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Drivers.Devices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Gateway.Drivers.Buses.Http;

/// <summary>
/// A small web server of its own for devices that push. It outlives none of its limits: connections, heads, bodies and time are bounded for
/// each source, requests for each sender. Safe for several threads.
/// </summary>
internal sealed class HttpPushBus(DeviceId id, Wording name, HttpPushSettings settings, TimeProvider clock) : IPushBus, IBus
{
    private const int Connections = 256;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, PushInbox> _inboxes = new(StringComparer.Ordinal);
    private TaskCompletionSource<IPEndPoint> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <inheritdoc/>
    public DeviceId Id { get; } = id;

    /// <inheritdoc/>
    public string Kind => "http-push";

    /// <inheritdoc/>
    public Wording Name { get; } = name;

    /// <summary>Where it listens, once it does.</summary>
    public Task<IPEndPoint> Listening => _listening.Task;

    /// <inheritdoc/>
    public PushInbox Open(PushSender sender)
    {
        if (sender.Login is null && sender.Allowed.Count == 0)
        {
            throw new DeviceFaultException($"{sender.Device}: anybody could push to {sender.Path}. Fix: give the sender a log-in or an address.");
        }

        var inbox = new PushInbox(sender, clock, closed => _inboxes.TryRemove(KeyValuePair.Create(closed.Sender.Path, closed)));
        return _inboxes.TryAdd(sender.Path, inbox)
            ? inbox
            : throw new DeviceFaultException($"{sender.Device}: the path {sender.Path} of {Id} is taken by {_inboxes.GetValueOrDefault(sender.Path)?.Sender.Device}.");
    }

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        using var certificate = LoadCertificate();
        await using var server = Build(certificate);
        try
        {
            await server.StartAsync(cancellationToken);
        }
        catch (IOException error)
        {
            throw new DeviceFaultException($"{Id}: cannot listen at {settings.Listen}: {error.Message} Fix: choose another port, or end what uses this one.", error);
        }

        _listening.TrySetResult(Endpoint(server));
        try
        {
            while (true)
            {
                await reporter.HealthAsync(DeviceState.Online, "ok", new Wording("正在接收推送", "Receiving"), Details(), cancellationToken);
                await Task.Delay(Beat, clock, cancellationToken);
            }
        }
        finally
        {
            _listening = new TaskCompletionSource<IPEndPoint>(TaskCreationOptions.RunContinuationsAsynchronously);
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(2), clock);
            await server.StopAsync(late.Token);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var inbox in _inboxes.Values)
        {
            inbox.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private WebApplication Build(X509Certificate2? certificate)
    {
        // Empty: no settings of the process, and thus no further addresses, reach this server.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = Connections;
            kestrel.Limits.MaxRequestBodySize = PushEndpoint.LongestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
            kestrel.Limits.MaxRequestHeaderCount = 50;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(75);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
            kestrel.Listen(settings.Listen, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                var perSource = new SourceLimit();
                listen.Use(perSource.Around);
                if (certificate is not null)
                {
                    listen.UseHttps(certificate);
                }
            });
        });
        var app = builder.Build();
        var endpoint = new PushEndpoint(path => _inboxes.GetValueOrDefault(path), clock);
        app.Run(endpoint.HandleAsync);
        return app;
    }

    private X509Certificate2? LoadCertificate()
    {
        if (settings.Certificate is null)
        {
            return settings.Plaintext || IPAddress.IsLoopback(settings.Listen.Address)
                ? null
                : throw new DeviceFaultException($"{Id}: would receive pictures of people unencrypted at {settings.Listen}. Fix: name a certificate, or state \"plaintext\": true for a network of devices alone.");
        }

        try
        {
            using var pem = X509Certificate2.CreateFromPemFile(settings.Certificate, settings.Key);

            // Kestrel serves a key only from a store of its own.
            return X509CertificateLoader.LoadPkcs12(pem.Export(X509ContentType.Pkcs12), password: null);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new DeviceFaultException($"{Id}: the certificate {settings.Certificate} cannot be used: {error.Message}", error);
        }
    }

    private static IPEndPoint Endpoint(WebApplication server) => IPEndPoint.Parse(new Uri(server.Urls.Single()).Authority);

    private Dictionary<string, string> Details() => _inboxes.Values.SelectMany(inbox => new[]
    {
        (Name: "accepted", Count: inbox.Counters.Accepted),
        (Name: "refused", Count: inbox.Counters.Refused),
        (Name: "limited", Count: inbox.Counters.Limited),
        (Name: "overflowed", Count: inbox.Counters.Overflowed),
        (Name: "malformed", Count: inbox.Counters.Malformed),
    }.Where(counter => counter.Count > 0).Select(counter => (Name: $"{inbox.Sender.Path}.{counter.Name}", counter.Count)))
        .ToDictionary(counter => counter.Name, counter => counter.Count.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
