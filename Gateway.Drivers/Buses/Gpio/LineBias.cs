namespace Gateway.Drivers.Buses.Gpio;

/// <summary>What holds an input's level while nothing drives it.</summary>
public enum LineBias
{
    /// <summary>As the board was set up.</summary>
    AsIs,
    None,
    PullUp,
    PullDown,
}
