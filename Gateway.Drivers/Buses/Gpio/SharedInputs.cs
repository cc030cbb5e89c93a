using System.Collections.Concurrent;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>
/// A bus whose inputs several devices may listen to at once, as with one fire contact for every gate: a bus itself gives each line to one.
/// Safe for several threads.
/// </summary>
internal sealed class SharedInputs(IDigitalBus bus) : IDigitalBus
{
    private readonly ConcurrentDictionary<LineAddress, SharedInput> _lines = new();

    /// <inheritdoc/>
    public IDigitalOutput OpenOutput(OutputLine line) => bus.OpenOutput(line);

    /// <inheritdoc/>
    public IDigitalInput OpenInput(InputLine line) => Line(line).Open(line);

    /// <summary>Says that a device will listen, before anyone does: the shortest debounce of all who claim a line is the line's.</summary>
    /// <returns>To be disposed of when the device is gone.</returns>
    public IAsyncDisposable Claim(InputLine line) => Line(line).Claim(line);

    private SharedInput Line(InputLine line) => _lines.GetOrAdd(line.Address, address => new SharedInput(bus, address));
}
