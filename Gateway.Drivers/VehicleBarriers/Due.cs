namespace Gateway.Drivers.VehicleBarriers;

/// <summary>Arithmetic of deadlines that may be absent.</summary>
internal static class Due
{
    /// <summary>The earlier of two deadlines; null when neither is set.</summary>
    public static TimeSpan? Earliest(TimeSpan? a, TimeSpan? b) => a is null ? b : b is null || a < b ? a : b;
}
