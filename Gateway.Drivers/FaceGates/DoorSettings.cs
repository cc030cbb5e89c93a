namespace Gateway.Drivers.FaceGates;

/// <summary>Times of one door.</summary>
public sealed record DoorSettings
{
    /// <summary>How long the relay stays pulled, 0.1..60 s. Default 3 s.</summary>
    public TimeSpan Pulse { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>An opening within this time after a release belongs to it; at least the pulse. Default 5 s.</summary>
    public TimeSpan OpenWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A door open for longer counts as held open. Default 20 s.</summary>
    public TimeSpan HeldOpenAfter { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A contact's level counts once it has stood so long. Default 50 ms.</summary>
    public TimeSpan Debounce { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>The relay is pulled to release the door (fail-secure lock). False: it is pulled to lock (fail-safe magnet). Default true.</summary>
    public bool PullToRelease { get; init; } = true;

    /// <summary>The contact is active while the door is open. False for a contact that closes with the door. Default true.</summary>
    public bool ActiveWhenOpen { get; init; } = true;
}
