using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Gateway.Drivers.Buses.Onvif;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests.Buses.Onvif;

/// <summary>
/// An ONVIF device with two profiles, two relays and two inputs, on loopback. It checks every WS-Security token against its own clock and
/// takes no nonce twice, as strict devices do. That it speaks ONVIF is shown by a client that nobody here wrote.
/// </summary>
internal sealed class FakeOnvifDevice : IAsyncDisposable
{
    public const string User = "gateway";
    public const string Password = "p@ss <word>&";
    private static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(5);
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, bool> _nonces = new(StringComparer.Ordinal);
    private readonly FakePullPoints _pullPoints = new();
    private readonly TimeProvider _time = TimeProvider.System;

    private FakeOnvifDevice(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>How far this device's clock is ahead of everyone else's.</summary>
    public TimeSpan ClockError { get; init; }

    /// <summary>The host that the device believes to be; its addresses name it.</summary>
    public string? BelievedHost { get; init; }

    /// <summary>Answers the old way only: GetServices is unknown.</summary>
    public bool Old { get; init; }

    /// <summary>Relays are found in the I/O service alone.</summary>
    public bool RelaysInIo { get; init; }

    /// <summary>What it does not know it answers with an empty reply, as some devices do, instead of refusing.</summary>
    public bool Polite { get; init; }

    /// <summary>What was driven, such as <c>R1=active</c>.</summary>
    public ConcurrentQueue<string> Driven { get; } = new();

    /// <summary>The relays' settings as they were last set.</summary>
    public ConcurrentDictionary<string, string> RelaySettings { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of the operations that were asked for, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Set to answer this operation with something else.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Task>> Instead { get; } = new(StringComparer.Ordinal);

    public FakePullPoints PullPoints => _pullPoints;

    public static async Task<FakeOnvifDevice> StartAsync(Func<WebApplication, FakeOnvifDevice>? make = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, port));
        var app = builder.Build();
        var device = make?.Invoke(app) ?? new FakeOnvifDevice(app);
        app.Run(device.AnswerAsync);
        await app.StartAsync();
        device.Address = new Uri(app.Urls.First() + "/onvif/device_service");
        return device;
    }

    public static Func<WebApplication, FakeOnvifDevice> With(
        TimeSpan clockError = default, string? believedHost = null, bool old = false, bool relaysInIo = false, bool polite = false) =>
        app => new FakeOnvifDevice(app) { ClockError = clockError, BelievedHost = believedHost, Old = old, RelaysInIo = relaysInIo, Polite = polite };

    public async ValueTask DisposeAsync()
    {
        _pullPoints.Dispose();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await _app.StopAsync(late.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var envelope = OnvifXml.Parse(body.ToArray());
        var request = envelope.Children("Body").Single().Elements().Single();
        var operation = request.Name.LocalName;
        Asked.Enqueue(operation);
        if (Instead.TryGetValue(operation, out var instead))
        {
            await instead(context);
        }
        else if (operation != "GetSystemDateAndTime" && !Known(envelope))
        {
            await FaultAsync(context, "ter:NotAuthorized", "Sender not authorized");
        }
        else if (await ReplyAsync(operation, request, envelope, context) is { } reply)
        {
            await SendAsync(context, reply);
        }
        else if (Polite)
        {
            await SendAsync(context, $"<tds:{operation}Response/>");
        }
        else
        {
            await FaultAsync(context, "ter:ActionNotSupported", $"{operation} is not supported here");
        }
    }

    private bool Known(XElement envelope)
    {
        if (envelope.Find("UsernameToken") is not { } token
            || !DateTimeOffset.TryParse(token.Text("Created"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created))
        {
            return false;
        }

        var nonce = token.Text("Nonce") ?? "";
        byte[] mixed = [.. Convert.FromBase64String(nonce), .. Encoding.UTF8.GetBytes(token.Text("Created")!), .. Encoding.UTF8.GetBytes(Password)];
        var fresh = (created - (_time.GetUtcNow() + ClockError)).Duration() < TokenLife;
#pragma warning disable CA5350 // as the token's profile prescribes
        var right = token.Text("Password") == Convert.ToBase64String(SHA1.HashData(mixed));
#pragma warning restore CA5350
        return fresh && right && token.Text("Username") == User && _nonces.TryAdd(nonce, value: true);
    }

    private async Task<string?> ReplyAsync(string operation, XElement request, XElement envelope, HttpContext context)
    {
        var io = context.Request.Path.Value!.EndsWith("deviceio_service", StringComparison.Ordinal);
        return operation switch
        {
            "GetSystemDateAndTime" => FakeOnvifReplies.Time(_time.GetUtcNow() + ClockError),
            "GetServices" when !Old => FakeOnvifReplies.Services(Base()),
            "GetDeviceInformation" => FakeOnvifReplies.Information,
            "GetCapabilities" => FakeOnvifReplies.Capabilities(Base()),
            "GetProfiles" => FakeOnvifReplies.Profiles,
            "GetVideoSources" => FakeOnvifReplies.Sources,
            "GetStreamUri" when request.Text("ProfileToken") is "main" or "sub" => FakeOnvifReplies.Stream(Base(), request.Text("ProfileToken")!),
            "GetSnapshotUri" => FakeOnvifReplies.Snapshot(Base(), request.Text("ProfileToken")!),
            "GetDigitalInputs" when io => FakeOnvifReplies.Inputs,
            "GetRelayOutputs" when io || !RelaysInIo => FakeOnvifReplies.Relays,
            "SetRelayOutputState" when io || !RelaysInIo => Drive(request),
            "SetRelayOutputSettings" when io || !RelaysInIo => Set(request),
            _ => await _pullPoints.ReplyAsync(
                operation, request, context.Request.Path.Value!, envelope.Text("SubscriptionId"), Base(), context.RequestAborted),
        };
    }

    private string Drive(XElement request)
    {
        Driven.Enqueue($"{request.Text("RelayOutputToken")}={request.Text("LogicalState")}");
        return "<tds:SetRelayOutputStateResponse/>";
    }

    private string Set(XElement request)
    {
        var token = request.Text("RelayOutputToken") ?? request.Find("RelayOutput")!.ValueOf("token")!;
        RelaySettings[token] = $"{request.Text("Mode")} {request.Text("DelayTime")} {request.Text("IdleState")}";
        return "<tds:SetRelayOutputSettingsResponse/>";
    }

    private string Base() => BelievedHost is null ? $"http://{Address.Authority}" : $"http://{BelievedHost}";

    private static Task SendAsync(HttpContext context, string reply)
    {
        context.Response.ContentType = "application/soap+xml; charset=utf-8";
        return context.Response.WriteAsync(FakeOnvifReplies.Envelope(reply), context.RequestAborted);
    }

    private static Task FaultAsync(HttpContext context, string code, string reason)
    {
        context.Response.StatusCode = 400;
        return SendAsync(context, FakeOnvifReplies.Fault(code, reason));
    }
}
