using System.Threading.Channels;
using EdgeGateway.Testing;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Tests.ChargingPoints;

/// <summary>A hardware file with one charging point <c>shed</c>, run as the gateway's host runs it.</summary>
internal sealed class RunningShed : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _provider;
    private readonly Channel<Observation> _observed = Channel.CreateUnbounded<Observation>(); // urgent ones and others as they come

    private RunningShed(string buses, string shed, bool simulate)
    {
        var hardware = $$"""
            {
              "site": { "station": "s", "compound": "c", "name": { "zh": "小区", "en": "Compound" } },
              "buses": [ {{buses}} ],
              "devices": [ { "id": "shed", "kind": "charging-point", "name": { "zh": "充电棚", "en": "Shed" }, {{shed}} } ]
            }
            """;
        var services = new ServiceCollection();
        services.AddSingleton<ILogger<DeviceHub>>(new ListLogger<DeviceHub>());
        services.AddDrivers(new ConfigurationBuilder().Build());
        services.Configure<DriversOptions>(options =>
        {
            options.HardwareFile = _folder.Write("site.json", hardware, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            (options.Simulate, options.Seed) = (simulate, 1);
        });
        _provider = services.BuildServiceProvider();
    }

    public IChargingPoint Point => Assert.Single(_provider.GetRequiredService<IDeviceDirectory>().Of<IChargingPoint>());

    public SimulatedShed Simulation => _provider.GetRequiredService<SimulatedWorld>().Find<SimulatedShed>("shed")!;

    public static async Task<RunningShed> StartAsync(string buses, string shed, CancellationToken cancellationToken, bool simulate = false)
    {
        var running = new RunningShed(buses, shed, simulate);
        var hub = running._provider.GetRequiredService<DeviceHub>();
        await hub.StartAsync(cancellationToken);
        foreach (var source in new[] { hub.ReadAllAsync(cancellationToken), hub.ReadUrgentAsync(cancellationToken) })
        {
            _ = Task.Run(() => running.ListenAsync(source), CancellationToken.None);
        }

        return running;
    }

    /// <summary>The next observation of the shed of this type.</summary>
    public async Task<T> NextAsync<T>(CancellationToken cancellationToken, Func<T, bool>? which = null)
        where T : Observation
    {
        await foreach (var observation in _observed.Reader.ReadAllAsync(cancellationToken))
        {
            if (observation is T wanted && observation.Device.Value == "shed" && which?.Invoke(wanted) != false)
            {
                return wanted;
            }
        }

        throw new InvalidOperationException("The devices ended.");
    }

    private async Task ListenAsync(IAsyncEnumerable<Observation> source)
    {
        try
        {
            await foreach (var observation in source)
            {
                _observed.Writer.TryWrite(observation);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    public Task OnlineAsync(CancellationToken cancellationToken) =>
        NextAsync<HealthChanged>(cancellationToken, change => change.Health.State == DeviceState.Online);

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        _folder.Dispose();
    }
}
