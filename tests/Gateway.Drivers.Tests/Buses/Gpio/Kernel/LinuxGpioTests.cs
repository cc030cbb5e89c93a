using EdgeGateway.Testing;
using Gateway.Drivers.Buses.Gpio.Kernel;

namespace Gateway.Drivers.Tests.Buses.Gpio.Kernel;

/// <summary>What can be shown of the real calls on a machine without any chip.</summary>
public sealed class LinuxGpioTests
{
    private readonly LinuxGpio _kernel = new();

    [Fact]
    public void Absent_device_file_is_told_by_its_error_number()
    {
        var error = Assert.Throws<GpioException>(() => _kernel.Open("/dev/gpiochip-none"));
        Assert.Equal(GpioErrno.NotFound, error.Errno);
        Assert.Contains("open /dev/gpiochip-none", error.Message, StringComparison.Ordinal);
        Assert.False(error.Gone);
    }

    [Fact]
    public void File_that_is_no_chip_is_told_by_its_error_number()
    {
        using var file = _kernel.Open("/dev/null");
        Assert.Equal(GpioErrno.NoIoctl, Assert.Throws<GpioException>(() => file.ReadInfo()).Errno);
        Assert.Equal(GpioErrno.NoIoctl, Assert.Throws<GpioException>(() => file.ReadLine(0)).Errno);
        Assert.Equal(GpioErrno.NoIoctl, Assert.Throws<GpioException>(() => file.Request(new GpioLineRequest(0, "x", ActiveLow: false))).Errno);
    }

    [Fact]
    public void Every_path_is_that_of_a_chip() =>
        Assert.All(_kernel.Paths(), path => Assert.StartsWith("/dev/gpiochip", path, StringComparison.Ordinal));

    /// <summary>Edges bear CLOCK_MONOTONIC: on Linux that is what .NET's own timestamps are, in nanoseconds.</summary>
    [Fact]
    public void Clock_is_the_one_that_edges_bear()
    {
        Assert.Equal(1_000_000_000, TimeProvider.System.TimestampFrequency);
        var before = TimeProvider.System.GetTimestamp();
        Assert.InRange(_kernel.Nanoseconds, before, TimeProvider.System.GetTimestamp());
    }

    [Fact(Timeout = 60_000)]
    public async Task Waiter_ends_when_it_is_woken_from_another_thread()
    {
        using var waiter = _kernel.CreateWaiter();
        var waiting = Task.Factory.StartNew(() => waiter.Wait([], []), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        waiter.Wake();
        await waiting;
    }

    [Fact(Timeout = 60_000)]
    public async Task Wakes_before_a_wait_end_it_once_and_not_the_one_after_it()
    {
        using var waiter = _kernel.CreateWaiter();
        waiter.Wake();
        waiter.Wake();
        waiter.Wait([], []);
        var second = Task.Factory.StartNew(() => waiter.Wait([], []), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await Task.WhenAny(second, Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.False(second.IsCompleted);
        waiter.Wake();
        await second;
    }

    [Fact(Timeout = 60_000)]
    public async Task Children_do_not_inherit_an_open_chip()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("chip", "", UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using var file = _kernel.Open(path);
        using var child = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", "ls -l /proc/self/fd"]) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        var files = await child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Contains("pipe:", files, StringComparison.Ordinal);
        Assert.DoesNotContain(path, files, StringComparison.Ordinal);
    }
}
