using System.Net;
using Gateway.Drivers.Buses.Http;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Http;

/// <summary>A receiver that runs for the length of a test, on a free port of loopback.</summary>
internal sealed class RunningPushBus : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;

    private RunningPushBus(HttpPushBus bus, TimeProvider clock)
    {
        Bus = bus;
        Reporter = new DeviceReporter(bus.Id, bus.Kind, clock);
        _run = Task.Run(() => bus.RunAsync(Reporter, _stop.Token));
    }

    public HttpPushBus Bus { get; }

    public DeviceReporter Reporter { get; }

    public IPEndPoint Endpoint { get; private set; } = new(IPAddress.Loopback, 0);

    public static async Task<RunningPushBus> StartAsync(TimeProvider clock, HttpPushSettings? settings = null)
    {
        var bus = new HttpPushBus(
            new DeviceId("push"), new Wording("推送", "Push"), settings ?? new HttpPushSettings { Listen = new IPEndPoint(IPAddress.Loopback, 0) }, clock);
        var running = new RunningPushBus(bus, clock);
        var first = await Task.WhenAny(bus.Listening, running._run);
        await first;
        running.Endpoint = await bus.Listening;
        return running;
    }

    public string Url(string path, string scheme = "http") => $"{scheme}://127.0.0.1:{Endpoint.Port}{path}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Bus.DisposeAsync();
        _stop.Dispose();
    }
}
