using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Gpio;

/// <summary>A bus on a fake chip of four lines labelled as on a Raspberry Pi 5, with its supervision running.</summary>
internal sealed class GpioBench : IAsyncDisposable
{
    public const string Label = "pinctrl-rp1";
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public GpioBench(string chip = Label)
    {
        Kernel = new FakeGpio(Clock);
        Chip = Kernel.Plug("/dev/gpiochip4", Label, "ID_SDA", "GPIO1", "GPIO2", "GPIO3");
        Bus = new GpioBus(new DeviceId("pins"), new Wording("引脚", "Pins"), chip, Kernel, Clock);
        Reporter = new DeviceReporter(Bus.Id, Bus.Kind, Clock);
    }

    public FakeTimeProvider Clock { get; } = new();

    public FakeGpio Kernel { get; }

    public FakeChip Chip { get; private set; }

    public GpioBus Bus { get; }

    public DeviceReporter Reporter { get; }

    public static OutputLine Output(int number) => new(new LineAddress(number), "lamp");

    public static InputLine Input(int number) => new(new LineAddress(number), "button");

    public void Run() => _running = SuperviseAsync();

    public void Unplug() => Kernel.Unplug(Chip);

    /// <summary>Another number, as the kernel gives a chip that is plugged in again.</summary>
    public void PlugAgain() => Chip = Kernel.Plug("/dev/gpiochip7", Label, "ID_SDA", "GPIO1", "GPIO2", "GPIO3");

    /// <summary>The next change of the bus's health; the watch's clock moves on until there is one.</summary>
    public async Task<DeviceHealth> HealthAsync(CancellationToken cancellationToken)
    {
        var next = Reporter.Queue.ReadAsync(cancellationToken).AsTask();
        while (!next.IsCompleted)
        {
            Clock.Advance(GpioBus.Interval);
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken));
        }

        return ((HealthChanged)await next).Health;
    }

    public async ValueTask DisposeAsync()
    {
        Kernel.Answering.Set();
        await _stop.CancelAsync();
        await _running;
        await Bus.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>Like the bus's supervisor: the test's clock may run past the bus's patience while its thread is being scheduled.</summary>
    private async Task SuperviseAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await Bus.RunAsync(Reporter, _stop.Token);
            }
            catch (Exception error) when (error is DeviceFaultException or OperationCanceledException)
            {
                await Task.Yield();
            }
        }
    }
}
