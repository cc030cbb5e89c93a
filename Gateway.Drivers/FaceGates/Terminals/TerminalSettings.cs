namespace Gateway.Drivers.FaceGates.Terminals;

/// <summary>How a face terminal is used.</summary>
internal sealed record TerminalSettings
{
    /// <summary>The terminal's number of its door. Default 1.</summary>
    public int Door { get; init; } = 1;

    /// <summary>The terminal asks before it opens, and the gateway decides. Default true.</summary>
    public bool RemoteCheck { get; init; } = true;

    /// <summary>How long a decision may take, 0.5..10 s; then the answer is no. Default 2.5 s, less than the 5 s for which terminals wait.</summary>
    public TimeSpan DecideWithin { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>Events are read from the terminal's endless stream too. Default true.</summary>
    public bool Pull { get; init; } = true;

    /// <summary>Where the terminal pushes its events; null for pull alone.</summary>
    public TerminalListener? Listener { get; init; }

    /// <summary>A clock that is off by more is set. Default 10 s.</summary>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often clock, listener and settings are read again. Default 60 s.</summary>
    public TimeSpan CheckEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the terminal's log is searched for events that came neither by push nor by pull. Default 5 min.</summary>
    public TimeSpan SearchEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A stream that is silent for longer is taken for dead; terminals send a heartbeat at least twice a minute. Default 75 s.</summary>
    public TimeSpan SilentAfter { get; init; } = TimeSpan.FromSeconds(75);
}
