using System.Globalization;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Onvif;

/// <summary>
/// The relays and digital inputs of an ONVIF device as lines, named by their tokens or numbered from 0 in the device's own order. Inputs
/// are events of a pull point; edges are stamped when they arrive. When the gateway dies a monostable relay returns to idle by itself; a
/// bistable one keeps its level: use that only for what may stay. Safe for several threads.
/// </summary>
internal sealed partial class OnvifBus(DeviceId id, Wording name, OnvifBusSettings settings, TimeProvider clock) : IBus, IDigitalBus, IPatrolled
{
    /// <summary>How long driving waits for the device to be reached for the first time.</summary>
    private static readonly TimeSpan FirstConnection = TimeSpan.FromSeconds(5);

    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously); // the first connection stands, or failed
    private readonly Lock _gate = new(); // guards _inputs, _levels and _taken
    private readonly List<OnvifInput> _inputs = [];
    private readonly Dictionary<string, bool> _levels = new(StringComparer.Ordinal); // inputs as the connected device told them, by token
    private readonly Dictionary<LineAddress, string> _taken = []; // driven relays and who drives them
    private volatile OnvifConnection? _connection; // set by the loop alone
    private volatile string _away = "it has not been reached yet"; // why there is no connection

    /// <inheritdoc/>
    public DeviceId Id => id;

    /// <inheritdoc/>
    public string Kind => OnvifBusKind.Name;

    /// <inheritdoc/>
    public Wording Name => name;

    /// <inheritdoc/>
    public IDigitalOutput OpenOutput(OutputLine line)
    {
        lock (_gate)
        {
            if (!_taken.TryAdd(line.Address, line.Consumer))
            {
                throw new DeviceFaultException($"{line.Consumer}: relay {line.Address} of {id} is already driven by {_taken[line.Address]}.");
            }
        }

        return new OnvifOutput(line, this);
    }

    /// <inheritdoc/>
    public IDigitalInput OpenInput(InputLine line)
    {
        lock (_gate)
        {
            if (_inputs.Find(known => known.Line == line) is { } kept)
            {
                return kept;
            }

            var opened = new OnvifInput(line);
            _inputs.Add(opened);
            if (_connection?.Input(line.Address) is { } token && _levels.TryGetValue(token, out var level))
            {
                opened.Tell(level, clock.GetTimestamp());
            }

            return opened;
        }
    }

    /// <summary>Drives a relay of the device that is connected. Waits a moment for the first connection, but for no later one.</summary>
    /// <exception cref="DeviceFaultException">The device is away, has no such relay, or refused.</exception>
    public async ValueTask DriveAsync(OutputLine line, bool active, CancellationToken cancellationToken)
    {
        try
        {
            await _tried.Task.WaitAsync(FirstConnection, clock, cancellationToken);
            var connection = _connection ?? throw new DeviceFaultException($"{line.Consumer}: relay {line.Address} cannot be driven: {_away}");
            await connection.Device.DriveAsync(connection.Relay(line.Address), active != line.ActiveLow, cancellationToken);
        }
        catch (OnvifFaultException fault)
        {
            throw OnvifDevice.Told(settings.Address, fault);
        }
        catch (TimeoutException error)
        {
            throw new DeviceFaultException($"{line.Consumer}: relay {line.Address} cannot be driven: {_away}", error);
        }
        catch (ObjectDisposedException error)
        {
            throw new DeviceFaultException($"{line.Consumer}: relay {line.Address} cannot be driven: the connection has just been lost.", error);
        }
    }

    /// <summary>A relay is no longer driven by whoever took it.</summary>
    public void GiveBack(OutputLine line)
    {
        lock (_gate)
        {
            _taken.Remove(line.Address);
        }
    }

    /// <summary>Looks at the device's clock: one that is wrong makes log-ins fail and stamps its recordings wrongly.</summary>
    public ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken)
    {
        var connection = _connection ?? throw new DeviceFaultException($"{id} cannot be looked over: {_away}");
        var offset = connection.Device.ClockOffset;
        return ValueTask.FromResult<IReadOnlyList<PatrolFinding>>(offset.Duration() <= OnvifPortrait.ClockTolerance ? [] :
        [
            new PatrolFinding(
                "clock-drift",
                new Wording("ONVIF 设备的时钟不准：请在设备中设置 NTP 服务器", "The ONVIF device's clock is wrong: set an NTP server on it"),
                string.Create(CultureInfo.InvariantCulture, $"{offset.TotalSeconds:F0} s"),
                NeedsRepair: true),
        ]);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
