using System.Collections.Immutable;
using System.Globalization;
using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Gpio;

/// <summary>
/// The lines of one GPIO chip through the kernel's character device. A chip that is unplugged is a fault in words; when it is back its lines are taken
/// anew, outputs at their safe level. Safe for several threads.
/// </summary>
internal sealed class GpioBus : IBus, IDigitalBus
{
    /// <summary>How often the chip is looked at; on the processor's own chips that is one system call.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly GpioChipLink _link;
    private readonly GpioThread _thread;
    private readonly GpioTime _time;
    private readonly TimeProvider _clock;
    private ImmutableList<GpioOutput> _outputs = []; // replaced whole
    private ImmutableList<GpioInput> _inputs = []; // replaced whole

    /// <param name="id">The bus in the hardware file.</param>
    /// <param name="name">The bus for people.</param>
    /// <param name="chip">A device file such as <c>/dev/gpiochip4</c>, or a chip's label or name.</param>
    /// <param name="kernel">The kernel, or a test's.</param>
    /// <param name="clock">Decides the ticks of the edges.</param>
    public GpioBus(DeviceId id, Wording name, string chip, IGpioKernel kernel, TimeProvider clock)
    {
        (Id, Name, _clock) = (id, name, clock);
        _link = new GpioChipLink(chip, kernel);
        _thread = new GpioThread(chip, kernel, clock);
        _time = new GpioTime(kernel, clock);
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    /// <inheritdoc/>
    public DeviceId Id { get; }

    /// <inheritdoc/>
    public string Kind => GpioBusKind.Name;

    /// <inheritdoc/>
    public Wording Name { get; }

    /// <inheritdoc/>
    public IDigitalOutput OpenOutput(OutputLine line)
    {
        var hold = new GpioHold(_link, line.Address, offset => new GpioLineRequest(offset, line.Consumer, line.ActiveLow) { Output = line.SafeActive });
        hold.Take();
        var output = new GpioOutput(hold, line.SafeActive, _thread, closed => ImmutableInterlocked.Update(ref _outputs, all => all.Remove(closed)));
        ImmutableInterlocked.Update(ref _outputs, all => all.Add(output));
        return output;
    }

    /// <inheritdoc/>
    public IDigitalInput OpenInput(InputLine line)
    {
        var hold = new GpioHold(
            _link,
            line.Address,
            offset => new GpioLineRequest(offset, line.Consumer, line.ActiveLow) { Bias = line.Bias, Debounce = line.Debounce });
        hold.Take();
        GpioInput input;
        try
        {
            input = new GpioInput(hold, _thread, _time, closed => ImmutableInterlocked.Update(ref _inputs, all => all.Remove(closed)));
        }
        catch (DeviceFaultException)
        {
            hold.Dispose();
            throw;
        }

        ImmutableInterlocked.Update(ref _inputs, all => all.Add(input));
        _thread.Add(input);
        return input;
    }

    /// <inheritdoc/>
    public async Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken)
    {
        while (true)
        {
            DeviceFaultException? absent = null;
            await _thread.InvokeAsync(() => absent = Inspect(), cancellationToken);
            await ReportAsync(reporter, absent, cancellationToken);
            await Task.Delay(Interval, _clock, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        await Task.WhenAll(_outputs.Select(output => output.DisposeAsync().AsTask()));
        await Task.WhenAll(_inputs.Select(input => input.DisposeAsync().AsTask()));
        await _thread.DisposeAsync();
        _link.Dispose();
    }

    /// <summary>Looks after the chip, on its thread. Returns why it is absent; null while it is there.</summary>
    private DeviceFaultException? Inspect()
    {
        if (!_link.StillThere())
        {
            _outputs.ForEach(output => output.Hold.Lose());
            foreach (var input in _inputs.Where(input => input.Hold.Lose()))
            {
                input.TellLost();
            }

            try
            {
                _ = _link.Require();
            }
            catch (DeviceFaultException error)
            {
                return error;
            }
        }

        foreach (var output in _outputs.Where(output => output.Hold.Request is null))
        {
            Retake(output.Hold, () => { });
        }

        foreach (var input in _inputs.Where(input => input.Hold.Request is null))
        {
            Retake(input.Hold, input.Resume);
        }

        return null;
    }

    private static void Retake(GpioHold hold, Action taken)
    {
        try
        {
            hold.Take();
            taken();
        }
        catch (DeviceFaultException)
        {
            // Remembered by the hold: its user is told, and the bus is reported as degraded.
        }
    }

    private ValueTask ReportAsync(DeviceReporter reporter, DeviceFaultException? absent, CancellationToken cancellationToken)
    {
        var faults = _outputs.Select(output => output.Hold.Fault).Concat(_inputs.Select(input => input.Hold.Fault)).OfType<DeviceFaultException>().ToList();
        var (state, code, words) = absent is not null
            ? (DeviceState.Offline, "gpio-chip-absent", new Wording($"GPIO 芯片不可用：{absent.Message}", absent.Message))
            : faults is [var first, ..]
                ? (DeviceState.Degraded, "gpio-line-lost", new Wording($"有 {faults.Count} 条 GPIO 线不可用：{first.Message}", $"{faults.Count} GPIO lines are lost: {first.Message}"))
                : (DeviceState.Online, "ok", new Wording("GPIO 芯片在线", "The GPIO chip is online"));
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["chip"] = _link.Wanted,
            ["lines"] = (_outputs.Count + _inputs.Count).ToString(CultureInfo.InvariantCulture),
            ["missedEdges"] = _inputs.Sum(input => input.Missed).ToString(CultureInfo.InvariantCulture),
        };
        return reporter.HealthAsync(state, code, words, details, cancellationToken);
    }

    /// <summary>The last chance of a process that ends without disposing: every output is driven safe.</summary>
    private void OnProcessExit(object? sender, EventArgs e)
    {
        foreach (var output in _outputs)
        {
            try
            {
                output.MakeSafe();
            }
            catch (DeviceFaultException)
            {
                // The other outputs still have to be made safe.
            }
        }
    }
}
