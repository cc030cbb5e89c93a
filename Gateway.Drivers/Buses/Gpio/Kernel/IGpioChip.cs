namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>An open GPIO chip. Lines that were requested from it outlive its disposal. Safe for several threads.</summary>
internal interface IGpioChip : IDisposable
{
    string Path { get; }

    /// <summary>Asks the chip for its identity; also the way to see whether it is still there.</summary>
    /// <exception cref="GpioException">The chip is gone.</exception>
    GpioChipInfo ReadInfo();

    /// <exception cref="GpioException">There is no such line, or the chip is gone.</exception>
    GpioLineInfo ReadLine(int offset);

    /// <summary>Takes a line. An output is at its first level before this returns, with no other level in between.</summary>
    /// <exception cref="GpioException">The line is taken, absent or cannot do what is asked.</exception>
    IGpioRequest Request(GpioLineRequest request);
}
