namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Which of the barrier's relays are pulled; never more than one.</summary>
internal readonly record struct RelayLevels(bool Up, bool Down, bool Stop)
{
    /// <summary>The safe state: no relay pulled, the arm stays where it is.</summary>
    public static RelayLevels Released => default;
}
