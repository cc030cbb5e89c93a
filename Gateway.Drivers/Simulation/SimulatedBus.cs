using System.Collections.Concurrent;
using Gateway.Drivers.Buses;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Simulation;

/// <summary>
/// A bus in software: its lines exist as soon as somebody names them, and what stands behind them is in the
/// <see cref="SimulatedWorld"/>. Safe for several threads.
/// </summary>
internal sealed partial class SimulatedBus(string id, SimulationSettings settings, TimeProvider clock) : IBus, IDigitalBus
{
    private readonly ConcurrentDictionary<LineAddress, SimulatedOutput> _outputs = new();
    private readonly ConcurrentDictionary<LineAddress, SimulatedInput> _inputs = new();

    /// <inheritdoc/>
    public DeviceId Id { get; } = BusHead.Reporter(id);

    /// <inheritdoc/>
    public string Kind => SimulatedBusKind.Name;

    /// <inheritdoc/>
    public Wording Name => new($"模拟总线 {id}", $"Simulated bus {id}");

    /// <summary>How what stands behind the lines behaves.</summary>
    public SimulationSettings Settings => settings;

    /// <summary>All time of the simulation.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Set while the whole bus is cut off; the words of the fault.</summary>
    public string? Fault { get; private set; }

    /// <summary>Cuts the bus off from everything on it, or, with null, connects it again.</summary>
    public void Cut(string? fault)
    {
        Fault = fault;
        foreach (var output in _outputs.Values)
        {
            output.Fault = fault;
        }

        foreach (var input in _inputs.Values)
        {
            input.Fault = fault;
        }
    }

    /// <summary>The relay at an address; made on first use.</summary>
    public SimulatedOutput Output(LineAddress address) => _outputs.GetOrAdd(address, _ => new SimulatedOutput());

    /// <summary>The contact at an address; made on first use.</summary>
    public SimulatedInput Input(LineAddress address) => _inputs.GetOrAdd(address, _ => new SimulatedInput(clock));

    /// <inheritdoc/>
    public IDigitalOutput OpenOutput(OutputLine line) => Output(line.Address).Take(line);

    /// <inheritdoc/>
    public IDigitalInput OpenInput(InputLine line) => Input(line.Address).Take();

    /// <summary>A simulated bus has nothing to do and cannot fail: it is online at once.</summary>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        await reporter.HealthAsync(
            DeviceState.Online, "ok", new Wording("模拟总线", "Simulated bus"), new Dictionary<string, string>(StringComparer.Ordinal), cancellationToken);
        await Task.Delay(Timeout.InfiniteTimeSpan, clock, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        DisposeChargers();
        return ValueTask.CompletedTask;
    }
}
