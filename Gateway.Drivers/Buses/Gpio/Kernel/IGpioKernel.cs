namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>The kernel's GPIO character devices: the seam below which nothing of this product runs. Safe for several threads.</summary>
internal interface IGpioKernel
{
    /// <summary>CLOCK_MONOTONIC in nanoseconds: the clock of <see cref="GpioEvent.Nanoseconds"/>.</summary>
    long Nanoseconds { get; }

    /// <summary>The device files of all chips that the kernel has now, in the order of their numbers.</summary>
    IReadOnlyList<string> Paths();

    /// <exception cref="GpioException">The device file is absent, is no GPIO chip, or may not be opened.</exception>
    IGpioChip Open(string path);

    IGpioWaiter CreateWaiter();
}
