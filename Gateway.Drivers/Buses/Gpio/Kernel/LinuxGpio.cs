using System.Diagnostics;
using System.Globalization;

namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>The kernel of this machine.</summary>
internal sealed class LinuxGpio : IGpioKernel
{
    private const string Folder = "/dev";
    private const string Prefix = "gpiochip";

    /// <summary>.NET's own monotonic time on Linux is CLOCK_MONOTONIC in nanoseconds.</summary>
    public long Nanoseconds => Stopwatch.GetTimestamp();

    /// <inheritdoc/>
    public IReadOnlyList<string> Paths() =>
    [
        .. Directory.EnumerateFiles(Folder, Prefix + "*").OrderBy(Number),
    ];

    /// <inheritdoc/>
    public IGpioChip Open(string path) => new GpioChip(path);

    /// <inheritdoc/>
    public IGpioWaiter CreateWaiter() => new GpioWaiter();

    private static int Number(string path) =>
        int.TryParse(path.AsSpan(Folder.Length + 1 + Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
