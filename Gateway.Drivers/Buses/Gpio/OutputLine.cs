namespace Gateway.Drivers.Buses.Gpio;

/// <summary>A line to be driven. It is taken at its safe level and returns to it when it is given back, unless its device chose otherwise.</summary>
/// <param name="Address">Where.</param>
/// <param name="Consumer">Who drives it, for messages and for the kernel's own list: a device id.</param>
public sealed record OutputLine(LineAddress Address, string Consumer)
{
    /// <summary>The relay is pulled by a low level. Default false.</summary>
    public bool ActiveLow { get; init; }

    /// <summary>The logical level that harms nobody. Default inactive: the relay is not pulled.</summary>
    public bool SafeActive { get; init; }
}
