using Gateway.Drivers.Buses.Gpio;

namespace Gateway.Drivers.Configuration;

/// <summary>How one line of a device is wired.</summary>
/// <param name="Bus">Id of the bus.</param>
/// <param name="Address">Where on the bus.</param>
public sealed record Wire(string Bus, LineAddress Address)
{
    /// <summary>A low level is the active one. Default false.</summary>
    public bool ActiveLow { get; init; }

    /// <summary>Pull resistor of an input. Default as the board was set up.</summary>
    public LineBias Bias { get; init; }

    /// <summary>An input's level counts once it has stood so long.</summary>
    public TimeSpan Debounce { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Bus}:{Address}";
}
