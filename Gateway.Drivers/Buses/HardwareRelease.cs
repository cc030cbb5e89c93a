using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;
using Gateway.Drivers.Simulation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gateway.Drivers.Buses;

/// <summary>
/// Drives every output of a hardware file to its safe level: what is left to do after a gateway that was killed. It takes no line away from a gateway
/// that runs.
/// </summary>
public static class HardwareRelease
{
    /// <summary>How long one bus may take; the buses take theirs at the same time.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const string Consumer = "gateway release";

    /// <summary>Makes every output safe that can be reached; never throws for one that cannot.</summary>
    /// <returns>Each output with what became of it, in file order; those of simulated buses are left out.</returns>
    public static Task<IReadOnlyList<ReleasedLine>> RunAsync(
        HardwareFile hardware, SecretsFile secrets, DriversOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (options.Simulate)
        {
            return Task.FromResult<IReadOnlyList<ReleasedLine>>([]);
        }

        var around = new DriverSurroundings(secrets, options, clock, NullLoggerFactory.Instance, new SimulatedWorld());
        var random = new Random();
        return RunAsync(
            hardware,
            bus => Kinds.Of(bus).Open(bus, new DriverParts(Consumer, new BusRack(new Random(random.Next())), around, new Random(random.Next()))),
            clock,
            cancellationToken);
    }

    internal static async Task<IReadOnlyList<ReleasedLine>> RunAsync(
        HardwareFile hardware, Func<BusDescription, IBus> open, TimeProvider clock, CancellationToken cancellationToken)
    {
        var real = hardware.Buses.Where(bus => bus is not SimulatedBusDescription).ToDictionary(bus => bus.Id, StringComparer.Ordinal);
        var lines = hardware.Driven.Where(driven => real.ContainsKey(driven.Wire.Bus)).ToList();
        var releases = lines.GroupBy(line => line.Wire.Bus, StringComparer.Ordinal).ToDictionary(
            group => group.Key,
            group => new Release(real[group.Key], [.. group], open, clock),
            StringComparer.Ordinal);
        await Task.WhenAll(releases.Values.Select(release => release.RunAsync(cancellationToken)));
        return [.. lines.Select(line => new ReleasedLine(line.Device, line.Wire, line.SafeActive, releases[line.Wire.Bus].FaultOf(line)))];
    }

    /// <summary>One bus with its outputs.</summary>
    private sealed class Release(BusDescription description, IReadOnlyList<DrivenWire> lines, Func<BusDescription, IBus> open, TimeProvider clock)
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<DrivenWire, string?> _done = []; // guarded by _gate: a bus that hangs may come to an end late

        public string? FaultOf(DrivenWire line)
        {
            lock (_gate)
            {
                return _done.TryGetValue(line, out var fault) ? fault : $"The bus {description.Id} has not answered for {Limit.TotalSeconds:0} s.";
            }
        }

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            using var late = new CancellationTokenSource(Limit, clock);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);

            // Opening a line may hang in the kernel or in a library: nobody is to wait for it longer than the limit.
            var work = Task.Run(() => WorkAsync(both.Token), CancellationToken.None);
            await Task.WhenAny(work, Task.Delay(Limit, clock, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }

        private async Task WorkAsync(CancellationToken cancellationToken)
        {
            try
            {
                await using var bus = open(description);
                using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

                // Some buses carry orders out in their loop.
                var loop = bus.RunAsync(new DeviceReporter(bus.Id, bus.Kind, clock), stop.Token);
                foreach (var line in lines)
                {
                    await MakeSafeAsync(bus, line, cancellationToken);
                }

                await stop.CancelAsync();
                await loop.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
#pragma warning disable CA1031 // Supervision boundary: one bus that fails must not keep the outputs of another from being made safe.
            catch (Exception error)
#pragma warning restore CA1031
            {
                foreach (var line in lines)
                {
                    Note(line, error.Message);
                }
            }
        }

        private async Task MakeSafeAsync(IBus bus, DrivenWire line, CancellationToken cancellationToken)
        {
            try
            {
                if (bus is not IDigitalBus digital)
                {
                    throw new DeviceFaultException($"The bus {description.Id} has no lines.");
                }

                await using var output = digital.OpenOutput(
                    new OutputLine(line.Wire.Address, Consumer) { ActiveLow = line.Wire.ActiveLow, SafeActive = line.SafeActive });
                await output.SetAsync(line.SafeActive, cancellationToken);
                Note(line, null);
            }
#pragma warning disable CA1031 // Supervision boundary: the next output must be made safe whatever happened to this one.
            catch (Exception error) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Note(line, error.Message);
            }
        }

        /// <summary>The first word on a line stands.</summary>
        private void Note(DrivenWire line, string? fault)
        {
            lock (_gate)
            {
                _done.TryAdd(line, fault);
            }
        }
    }
}
