namespace Gateway.Drivers.Devices.Patrols;

/// <summary>How a patrol goes.</summary>
public sealed record PatrolSettings
{
    /// <summary>How long one check may take before it counts as failed. Default 20 s.</summary>
    public TimeSpan CheckTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Checks that begin side by side. Default 4.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>After this long a check gives its place to the next and is waited for beside it. Default 2 s.</summary>
    public TimeSpan PlaceFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A device that has not worked for at least this long needs repair; a shorter time is a blip. Default 1 min.</summary>
    public TimeSpan Settled { get; init; } = TimeSpan.FromMinutes(1);
}
