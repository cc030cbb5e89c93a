using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gateway.Drivers.Devices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Drivers.Buses.Ocpp.Server;

/// <summary>A small web server of the bus's own that takes WebSockets and nothing else.</summary>
internal sealed class OcppServer : IAsyncDisposable
{
    /// <summary>Connections beyond those of the chargers themselves: reconnections, strangers, wrong passwords being paused.</summary>
    private const int SpareConnections = 64;

    private const int LargestHead = 8 * 1024;

    private static readonly TimeSpan s_handshake = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_ping = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;
    private readonly X509Certificate2? _certificate;

    private OcppServer(WebApplication app, X509Certificate2? certificate) => (_app, _certificate) = (app, certificate);

    /// <summary>Where it listens: address with port, as the chargers' address begins.</summary>
    public Uri Address { get; private set; } = new("ws://127.0.0.1");

    /// <summary>Listens; returns when chargers can connect.</summary>
    /// <exception cref="DeviceFaultException">The address cannot be taken, or the certificate not be read.</exception>
    public static async Task<OcppServer> StartAsync(OcppSettings settings, RequestDelegate handle, CancellationToken cancellationToken)
    {
        var certificate = Certificate(settings);
        if (certificate is null && !settings.Plaintext && !IPAddress.IsLoopback(settings.Listen.Address))
        {
            throw new DeviceFaultException(
                $"The OCPP bus does not listen on {settings.Listen} without TLS. Name a certificate, or say \"plaintext\": true where the device network is isolated.");
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>(); // Signals belong to the gateway.
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, settings, certificate));
        var app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = s_ping, KeepAliveTimeout = s_ping });
        app.Run(handle);
        var server = new OcppServer(app, certificate);
        try
        {
            await app.StartAsync(cancellationToken);
            var bound = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            server.Address = new UriBuilder(bound) { Scheme = certificate is null ? "ws" : "wss" }.Uri;
            return server;
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw new DeviceFaultException(
                $"The OCPP bus cannot listen on {settings.Listen}: {error.Message} Is the port taken, or the address not this machine's?", error);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate?.Dispose();
    }

    private static void Configure(KestrelServerOptions kestrel, OcppSettings settings, X509Certificate2? certificate)
    {
        kestrel.AddServerHeader = false;
        var connections = (settings.Chargers.Count * 2) + SpareConnections;
        kestrel.Limits.MaxConcurrentConnections = connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = connections;
        kestrel.Limits.RequestHeadersTimeout = s_handshake;
        kestrel.Limits.KeepAliveTimeout = s_handshake;
        kestrel.Limits.MaxRequestHeadersTotalSize = LargestHead;
        kestrel.Limits.MaxRequestBodySize = 0;
        kestrel.Listen(settings.Listen, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listen.UseHttps(new HttpsConnectionAdapterOptions
                {
                    ServerCertificate = certificate,
                    SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                    HandshakeTimeout = s_handshake,
                });
            }
        });
    }

    private static X509Certificate2? Certificate(OcppSettings settings)
    {
        if (settings.CertificateFile is null)
        {
            return null;
        }

        try
        {
            return X509Certificate2.CreateFromPemFile(settings.CertificateFile, settings.KeyFile);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new DeviceFaultException($"The certificate {settings.CertificateFile} of the OCPP bus cannot be used: {error.Message}", error);
        }
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
