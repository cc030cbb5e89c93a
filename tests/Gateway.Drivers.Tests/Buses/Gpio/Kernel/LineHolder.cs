using System.Runtime.CompilerServices;
using Gateway.Drivers.Buses.Gpio;
using Gateway.Drivers.Buses.Gpio.Kernel;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Tests.Buses.Gpio.Kernel;

/// <summary>
/// Turns this test program into a process that only holds one output active, where the environment names its chip: the process that a test kills.
/// </summary>
internal static class LineHolder
{
    public const string Variable = "DRIVERS_TEST_GPIO_CHIP";
    public const int Line = 1;

    [ModuleInitializer]
    internal static void RunWhenAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chip)
        {
            var bus = new GpioBus(new DeviceId("pins"), new Wording("引脚", "Pins"), chip, new LinuxGpio(), TimeProvider.System);
            var output = bus.OpenOutput(new OutputLine(new LineAddress(Line), "holder"));
            output.SetAsync(active: true, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            Console.Out.WriteLine("held");
            _ = Console.In.ReadLine(); // "exit" ends the process without disposing of anything
            Environment.Exit(0);
        }
    }
}
