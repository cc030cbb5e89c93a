using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Simulation.Terminals;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Gateway.Drivers.Tests.FaceGates.Terminals;

/// <summary>
/// A face terminal on a port of loopback: digest log-in that locks after five refusals and fails under a wrong clock, answers that get lost,
/// and times at which it is away.
/// </summary>
internal sealed class FakeTerminal : IAsyncDisposable
{
    public static readonly DeviceLogin Login = new("admin", "terminal pass");
    private static readonly TimeSpan MostDrift = TimeSpan.FromMinutes(5);
    private readonly WebApplication _server;
    private readonly HttpMessageInvoker _terminal;
    private readonly ConcurrentQueue<string> _losing = new();
    private DigestVerifier _verifier;
    private int _refused;

    private FakeTerminal(TimeProvider clock)
    {
        Clock = clock;
        Terminal = new SimulatedTerminal(clock);
        _terminal = new HttpMessageInvoker(Terminal);
        _verifier = new DigestVerifier(Login, "terminal", clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _server = builder.Build();
        _server.Run(HandleAsync);
    }

    public SimulatedTerminal Terminal { get; }

    public Uri Address => new(_server.Urls.Single());

    /// <summary>Method and path of every request that was let in, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Bodies of event searches.</summary>
    public ConcurrentQueue<string> Searches { get; } = new();

    /// <summary>It is away: every connection breaks off.</summary>
    public bool Away { get; set; }

    /// <summary>It takes requests and says nothing.</summary>
    public bool Hangs { get; set; }

    /// <summary>The account is locked.</summary>
    public bool Locked => _refused >= 5;

    private TimeProvider Clock { get; }

    public static async Task<FakeTerminal> StartAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        var fake = new FakeTerminal(clock);
        await fake._server.StartAsync(cancellationToken);
        return fake;
    }

    /// <summary>The next request whose path holds this text is carried out and its answer lost.</summary>
    public void LoseAnswer(string path) => _losing.Enqueue(path);

    /// <summary>It starts anew, forgetting nonces and where to push to.</summary>
    public void Restart()
    {
        _verifier = new DigestVerifier(Login, "terminal", Clock);
        Terminal.Restart();
    }

    public async ValueTask DisposeAsync()
    {
        Terminal.Restart();
        await _server.StopAsync(new CancellationToken(canceled: true));
        await _server.DisposeAsync();
        _terminal.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (Away)
        {
            context.Abort();
            return;
        }

        if (Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        if (!await LogInAsync(context))
        {
            return;
        }

        using var request = await RequestOfAsync(context);
        Requests.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath}");
        using var response = await _terminal.SendAsync(request, context.RequestAborted);
        if (_losing.TryPeek(out var path) && request.RequestUri.AbsolutePath.Contains(path, StringComparison.Ordinal) && _losing.TryDequeue(out _))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.NonValidated["Content-Type"].ToString();
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await CopyAsync(response, context);
    }

    private static async Task CopyAsync(HttpResponseMessage response, HttpContext context)
    {
        await using var body = await response.Content.ReadAsStreamAsync(context.RequestAborted);
        var buffer = new byte[4096];
        try
        {
            while (await body.ReadAsync(buffer, context.RequestAborted) is var read and > 0)
            {
                await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
            // The reader has gone.
        }
    }

    private async Task<bool> LogInAsync(HttpContext context)
    {
        var request = context.Request;
        var verdict = _verifier.Check(request.Headers.Authorization, request.Method, request.Path + request.QueryString.Value);
        var clockWrong = Terminal.Drift.Duration() > MostDrift && request.Path != "/ISAPI/System/time";
        if (verdict == DigestVerifier.Verdict.Right && !clockWrong && !Locked)
        {
            _refused = 0;
            return true;
        }

        if (verdict == DigestVerifier.Verdict.Wrong || (verdict == DigestVerifier.Verdict.Right && clockWrong))
        {
            _refused++;
        }

        context.Response.StatusCode = 401;
        context.Response.Headers.WWWAuthenticate = new StringValues([.. _verifier.Challenge(verdict == DigestVerifier.Verdict.Stale)]);
        await context.Response.WriteAsync(
            $"<userCheck><statusValue>401</statusValue><lockStatus>{(Locked ? "lock" : "unlock")}</lockStatus><unlockTime>1800</unlockTime></userCheck>");
        return false;
    }

    private async Task<HttpRequestMessage> RequestOfAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(Address, context.Request.Path + context.Request.QueryString.Value))
        {
            Content = new ByteArrayContent(body.ToArray()),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType ?? "application/octet-stream");
        if (context.Request.Path.Value!.EndsWith("AcsEvent", StringComparison.Ordinal))
        {
            Searches.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
        }

        return request;
    }
}
