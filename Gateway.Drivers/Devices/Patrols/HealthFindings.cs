namespace Gateway.Drivers.Devices.Patrols;

/// <summary>What a device's state tells a patrol. Pure.</summary>
public static class HealthFindings
{
    /// <summary>Code of a device that does not work.</summary>
    public const string NotWorking = "not-working";

    /// <summary>Code of a device that works in part.</summary>
    public const string PartlyWorking = "partly-working";

    /// <summary>Code of a device that comes and goes, as its state has it.</summary>
    public const string Flapping = "flapping";

    /// <summary>Findings of a state: none while online.</summary>
    /// <param name="health">The state.</param>
    /// <param name="now">The present.</param>
    /// <param name="settled">From this age on a state is a fault rather than a blip.</param>
    public static IReadOnlyList<PatrolFinding> Of(DeviceHealth health, DateTimeOffset now, TimeSpan settled) => health.State switch
    {
        DeviceState.Online => [],
        DeviceState.Degraded when health.Code == Flapping => [new(Flapping, health.Reason, Value: null, NeedsRepair: true)],
        DeviceState.Degraded => [new(PartlyWorking, health.Reason, health.Code, now - health.Since >= settled)],
        _ => [new(NotWorking, health.Reason, health.Code, now - health.Since >= settled)],
    };
}
