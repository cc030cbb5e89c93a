namespace Gateway.Drivers.Buses.Gpio.Kernel;

/// <summary>How a line is taken.</summary>
/// <param name="Offset">Its number on the chip.</param>
/// <param name="Consumer">Who takes it, for other people's tools; cut to 31 bytes.</param>
/// <param name="ActiveLow">Whether the logical level is the opposite of the electrical one.</param>
internal sealed record GpioLineRequest(int Offset, string Consumer, bool ActiveLow)
{
    /// <summary>The first logical level of an output; null for an input, whose edges both ways are then queued.</summary>
    public bool? Output { get; init; }

    /// <summary>Bias of an input.</summary>
    public LineBias Bias { get; init; }

    /// <summary>
    /// How long an input must be steady before its edge counts; 0 for at once. The kernel has whole microseconds, and stamps the edge when the level
    /// has stood so long.
    /// </summary>
    public TimeSpan Debounce { get; init; }

    /// <summary>How many edges the kernel keeps for an input until they are read; it drops the oldest beyond.</summary>
    public int Buffer { get; init; } = 64;
}
