namespace Gateway.Drivers.Buses.Gpio;

/// <summary>A line to be listened to.</summary>
/// <param name="Address">Where.</param>
/// <param name="Consumer">Who listens, for messages and for the kernel's own list: a device id.</param>
public sealed record InputLine(LineAddress Address, string Consumer)
{
    /// <summary>A low level is the active one. Default false.</summary>
    public bool ActiveLow { get; init; }

    /// <summary>Pull resistor, where the bus has any. Default as the board was set up.</summary>
    public LineBias Bias { get; init; }

    /// <summary>A level counts once it has stood so long, on buses that can tell; zero for none.</summary>
    public TimeSpan Debounce { get; init; }
}
