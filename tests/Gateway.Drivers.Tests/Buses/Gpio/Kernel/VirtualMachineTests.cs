using System.Diagnostics;
using EdgeGateway.Testing;

namespace Gateway.Drivers.Tests.Buses.Gpio.Kernel;

public sealed class VirtualMachineTests(ITestOutputHelper output)
{
    /// <summary>The first time it downloads a kernel (230 MB).</summary>
    [Fact(Timeout = 1_800_000)]
    public async Task Bus_works_on_a_kernel_with_simulated_chips()
    {
        FullRun.Require();
        var start = new ProcessStartInfo(
            Path.Combine(TestData.RepositoryRoot, "scripts", "gpio-sim", "run.sh"),
            ["dotnet", typeof(VirtualMachineTests).Assembly.Location, "-explicit", "only", "-class", "*RealKernelTests", "-class", "*RealDriverTests", "-noColor", "-noLogo"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var machine = Process.Start(start)!;
        var errors = machine.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await machine.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await machine.WaitForExitAsync(TestContext.Current.CancellationToken);
        output.WriteLine(said);
        Assert.True(machine.ExitCode == 0, $"The tests in the virtual machine ended with {machine.ExitCode}:\n{said}\n{await errors}");
        Assert.Matches("Total: [1-9][0-9]*, Errors: 0, Failed: 0, Skipped: 0", said);
    }
}
