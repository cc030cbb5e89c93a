using Gateway.Drivers.Configuration;
using Gateway.Drivers.Simulation;
using Microsoft.Extensions.Logging;

namespace Gateway.Drivers.Devices.Patrols;

/// <summary>Tries a hardware file out: builds and starts everything in it, waits until it is online, looks it over, and lets go of it.</summary>
public static class HardwareProbe
{
    /// <summary>Probes a file. Outputs stay at their safe levels unless a device drives them by itself.</summary>
    /// <param name="hardware">What stands there.</param>
    /// <param name="options">Secrets, FFmpeg, and whether all buses are simulated.</param>
    /// <param name="patience">How long devices may take to come online; each has all of it.</param>
    /// <param name="clock">All time.</param>
    /// <param name="loggers">Where the drivers log.</param>
    /// <param name="cancellationToken">Ends it early; everything is given back all the same.</param>
    /// <exception cref="HardwareFileException">A secret or file that the hardware file names does not exist.</exception>
    public static async Task<PatrolReport> RunAsync(
        HardwareFile hardware, DriversOptions options, TimeSpan patience, TimeProvider clock, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var around = new DriverSurroundings(SecretsFile.Read(options.SecretsFile), options, clock, loggers, new SimulatedWorld());
        var random = options.Seed is { } seed ? new Random(seed) : new Random();
        var logger = loggers.CreateLogger<DeviceHub>();
        var hub = new DeviceHub(new DeviceSet(hardware, around, random, logger), logger);
        using var drain = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var drained = DrainAsync(hub.ReadUrgentAsync(drain.Token));
        try
        {
            await hub.StartAsync(cancellationToken);
            await UntilOnlineAsync(hub, patience, clock, cancellationToken);

            // What is not online by now needs somebody: there is no blip to wait for.
            var settings = new PatrolSettings { CheckTimeout = patience, Settled = TimeSpan.Zero };
            var patrol = new Patrol(hub, settings, clock, loggers.CreateLogger<Patrol>());
            drained = Task.WhenAll(drained, DrainAsync(hub.ReadAllAsync(drain.Token)));
            return await patrol.RunAsync(cancellationToken);
        }
        finally
        {
            await drain.CancelAsync();
            await drained;
            await hub.DisposeAsync();
        }
    }

    /// <summary>Every change of state is an observation: after each the question is asked anew.</summary>
    private static async Task UntilOnlineAsync(DeviceHub hub, TimeSpan patience, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            if (IsOnline(hub))
            {
                return;
            }

            await foreach (var observation in hub.ReadAllAsync(either.Token))
            {
                if (observation is HealthChanged && IsOnline(hub))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Who is not online by now is reported as such.
        }
    }

    private static bool IsOnline(DeviceHub hub) => hub.Subjects.All(subject => subject.Health.State == DeviceState.Online);

    private static async Task DrainAsync(IAsyncEnumerable<Observation> observations)
    {
        try
        {
            await foreach (var unused in observations)
            {
                // Nobody records a trial; taken so that no device waits for room.
            }
        }
        catch (OperationCanceledException)
        {
            // The trial is over.
        }
    }
}
