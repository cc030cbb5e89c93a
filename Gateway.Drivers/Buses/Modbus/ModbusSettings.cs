namespace Gateway.Drivers.Buses.Modbus;

/// <summary>How a bus is reached and how patient it is.</summary>
internal abstract record ModbusSettings
{
    private static readonly TimeSpan ShortestStale = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a unit may take to answer, 20 ms to 30 s; also how long a connection may take. Default 0.5 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How often a command is repeated that found no answer, 0..5. Default 2.</summary>
    public int Retries { get; init; } = 2;

    /// <summary>How often inputs are read, 20 ms to 1 min. Default 0.1 s.</summary>
    public TimeSpan PollEvery { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// An input's level that no poll has confirmed for so long is none: five polls, at least 0.5 s, and the time for which one silent unit
    /// may hold up the bus.
    /// </summary>
    public TimeSpan StaleAfter => (5 * PollEvery > ShortestStale ? 5 * PollEvery : ShortestStale) + Timeout;

    /// <summary>Feeds a board that drops its relays when nobody writes to it; null for none.</summary>
    public ModbusWatchdog? Watchdog { get; init; }

    /// <summary>The bus in words, such as <c>192.168.1.20:502</c> or <c>/dev/ttyUSB0 at 9600 8N1</c>.</summary>
    public abstract string Where { get; }

    /// <summary>What to check when it cannot be opened.</summary>
    public abstract string Advice { get; }

    /// <summary>What to check when a unit is silent.</summary>
    public abstract string SilenceAdvice { get; }

    /// <summary>Whether garbage leaves the connection itself in doubt, so that a new one is safer than a cleaned one.</summary>
    public abstract bool ReopenAfterGarbage { get; }

    /// <exception cref="ModbusException">The library is absent or refuses the settings.</exception>
    public abstract LibModbus Create();
}
