using System.Diagnostics;
using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Gpio.Kernel;

/// <summary>
/// The bus on the kernel's own interface. Explicit, because it needs root and a kernel with gpio-sim: <see cref="VirtualMachineTests"/> runs it in
/// one. On a board: <c>modprobe gpio-sim</c>, then as root <c>Gateway.Drivers.Tests -explicit only -class "*RealKernelTests"</c>.
/// </summary>
public sealed class RealKernelTests : IAsyncLifetime
{
    private static readonly TimeSpan Debounce = TimeSpan.FromMilliseconds(300);
    private readonly SimulatedChip _chip = new($"sim-{Guid.NewGuid():N}"[..16], "GPIO0", "RELAY", "BUTTON", "CONTACT");
    private readonly GpioBus _bus;

    public RealKernelTests() => _bus = Bus(_chip.Label);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _bus.DisposeAsync();
        _chip.Dispose();
    }

    [Theory(Explicit = true, Timeout = 300_000)]
    [InlineData(false, false, false)]
    [InlineData(false, true, true)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    public async Task Output_is_at_its_safe_level_before_it_is_first_driven(bool activeLow, bool safeActive, bool high)
    {
        _chip.Pull(1, up: !high);
        await using var output = _bus.OpenOutput(new OutputLine(new LineAddress(1), "lamp") { ActiveLow = activeLow, SafeActive = safeActive });
        Assert.Equal(high, _chip.High(1));

        await output.SetAsync(!safeActive, Cancelled);
        Assert.Equal(!high, _chip.High(1));

        await output.SetAsync(safeActive, Cancelled);
        Assert.Equal(high, _chip.High(1));
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Output_is_driven_safe_and_given_back_when_disposed()
    {
        var output = (GpioOutput)_bus.OpenOutput(new OutputLine(new LineAddress(1), "lamp"));
        await output.SetAsync(active: true, Cancelled);
        output.MakeSafe();
        Assert.False(_chip.High(1));

        await output.DisposeAsync();
        await using var again = _bus.OpenOutput(new OutputLine(new LineAddress(1), "lamp"));
        Assert.False(_chip.High(1));
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Edges_bear_the_time_at_which_they_happened()
    {
        await using var input = _bus.OpenInput(new InputLine(new LineAddress(2), "button") { Bias = LineBias.PullDown });
        Assert.False(input.IsActive);
        foreach (var active in new[] { true, false, true })
        {
            var before = TimeProvider.System.GetTimestamp();
            _chip.Pull(2, active);
            var edge = await input.ReadEdgeAsync(Cancelled);
            Assert.Equal(active, edge.Active);
            Assert.InRange(edge.Timestamp, before, TimeProvider.System.GetTimestamp());
            Assert.Equal(active, input.IsActive);
        }
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Kernel_debounce_swallows_bounces_and_tells_the_steady_level_once()
    {
        await using var input = _bus.OpenInput(new InputLine(new LineAddress(2), "button") { Debounce = Debounce });
        for (var i = 0; i < 6; i++)
        {
            _chip.Pull(2, up: i % 2 == 0);
        }

        _chip.Pull(2, up: true);
        var settled = TimeProvider.System.GetTimestamp();
        var edge = await input.ReadEdgeAsync(Cancelled);
        Assert.True(edge.Active);
        Assert.True(TimeProvider.System.GetElapsedTime(settled, edge.Timestamp) > Debounce / 2);

        _chip.Pull(2, up: false);
        Assert.False((await input.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Active_low_button_is_active_when_pulled_down()
    {
        _chip.Pull(2, up: true);
        await using var input = _bus.OpenInput(new InputLine(new LineAddress(2), "button") { ActiveLow = true, Bias = LineBias.PullUp });
        Assert.False(input.IsActive);
        _chip.Pull(2, up: false);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Taken_line_names_its_holder()
    {
        await using var other = Bus(_chip.Device);
        await using var held = other.OpenOutput(new OutputLine(new LineAddress(1), "lamp of tower 3"));
        var fault = Assert.Throws<DeviceFaultException>(() => _bus.OpenInput(new InputLine(new LineAddress(1), "x")));
        Assert.Contains("taken by \"lamp of tower 3\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Lines_are_found_by_name()
    {
        await using var relay = _bus.OpenOutput(new OutputLine(new LineAddress(0, "RELAY"), "lamp") { SafeActive = true });
        Assert.True(_chip.High(1));
        var fault = Assert.Throws<DeviceFaultException>(() => _bus.OpenOutput(new OutputLine(new LineAddress(0, "RELAI"), "lamp")));
        Assert.Contains("did you mean \"RELAY\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public void Absent_chip_and_file_that_is_no_chip_are_told_apart()
    {
        var absent = Assert.Throws<DeviceFaultException>(() => Bus("/dev/gpiochip99").OpenOutput(new OutputLine(new LineAddress(1), "x")));
        Assert.Contains("is absent", absent.Message, StringComparison.Ordinal);
        var wrong = Assert.Throws<DeviceFaultException>(() => Bus("/dev/null").OpenOutput(new OutputLine(new LineAddress(1), "x")));
        Assert.Contains("is not a GPIO chip", wrong.Message, StringComparison.Ordinal);
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Overrun_of_the_kernel_s_buffer_ends_with_the_true_level()
    {
        await using var input = _bus.OpenInput(new InputLine(new LineAddress(2), "button"));
        for (var i = 0; i < 600; i++)
        {
            _chip.Pull(2, up: i % 2 == 0);
        }

        while (((GpioInput)input).Missed == 0)
        {
            await input.ReadEdgeAsync(Cancelled);
        }

        _chip.Pull(2, up: true);
        var after = TimeProvider.System.GetTimestamp();
        _chip.Pull(2, up: false);
        DigitalEdge last;
        do
        {
            last = await input.ReadEdgeAsync(Cancelled);
        }
        while (last.Timestamp < after);
        Assert.False(last.Active);
    }

    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Chip_that_is_unplugged_and_plugged_in_again_works_on()
    {
        var reporter = new DeviceReporter(_bus.Id, _bus.Kind, TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        await using var output = _bus.OpenOutput(new OutputLine(new LineAddress(1), "lamp"));
        await using var input = _bus.OpenInput(new InputLine(new LineAddress(2), "button"));
        var running = _bus.RunAsync(reporter, stop.Token);
        Assert.Equal(DeviceState.Online, await StateAsync(reporter));
        await output.SetAsync(active: true, Cancelled);
        var waiting = input.ReadEdgeAsync(Cancelled).AsTask();

        _chip.Unplug();
        await Assert.ThrowsAsync<DeviceFaultException>(() => waiting);
        await Assert.ThrowsAsync<DeviceFaultException>(() => output.SetAsync(active: true, Cancelled).AsTask());
        Assert.Equal(DeviceState.Offline, await StateAsync(reporter));

        _chip.Plug();
        Assert.Equal(DeviceState.Online, await StateAsync(reporter));
        Assert.False(_chip.High(1));
        await output.SetAsync(active: true, Cancelled);
        Assert.True(_chip.High(1));
        _chip.Pull(2, up: true);
        Assert.True((await input.ReadEdgeAsync(Cancelled)).Active);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    /// <summary>The kernel gives the line back; gpio-sim then lets it fall to what pulls it from outside, here down.</summary>
    [Theory(Explicit = true, Timeout = 300_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Line_of_a_killed_process_is_free_at_once_and_at_the_level_that_pulls_it(bool up)
    {
        using var holder = await HoldAsync();
        _chip.Pull(LineHolder.Line, up);
        Assert.True(_chip.High(LineHolder.Line));
        await ProcessSignal.SendAsync(holder.Id, "KILL", Cancelled);
        await holder.WaitForExitAsync(Cancelled);

        Assert.Equal(up, _chip.High(LineHolder.Line));
        await using var again = _bus.OpenOutput(new OutputLine(new LineAddress(LineHolder.Line), "lamp"));
        Assert.False(_chip.High(LineHolder.Line));
    }

    /// <summary>Pulled up, the line is low for no other reason than that the process drove it safe before it let go.</summary>
    [Fact(Explicit = true, Timeout = 300_000)]
    public async Task Process_that_exits_without_disposing_drives_its_line_safe_first()
    {
        using var holder = await HoldAsync();
        _chip.Pull(LineHolder.Line, up: true);
        Assert.True(_chip.High(LineHolder.Line));
        await holder.StandardInput.WriteLineAsync("exit");
        await holder.StandardInput.FlushAsync(Cancelled);

        var safe = false;
        while (!safe && !holder.HasExited)
        {
            safe = !_chip.High(LineHolder.Line);
        }

        Assert.True(safe, "the line was let go while it was active");
        await holder.WaitForExitAsync(Cancelled);
        Assert.Equal(0, holder.ExitCode);
        Assert.True(_chip.High(LineHolder.Line));
    }

    private async Task<Process> HoldAsync()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(RealKernelTests).Assembly.Location])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment[LineHolder.Variable] = _chip.Label;
        var holder = Process.Start(start)!;
        Assert.Equal("held", await holder.StandardOutput.ReadLineAsync(Cancelled));
        return holder;
    }

    private static GpioBus Bus(string chip) => new(new DeviceId("pins"), new Wording("引脚", "Pins"), chip, new LinuxGpio(), TimeProvider.System);

    private static async Task<DeviceState> StateAsync(DeviceReporter reporter) =>
        ((HealthChanged)await reporter.Queue.ReadAsync(Cancelled)).Health.State;
}
