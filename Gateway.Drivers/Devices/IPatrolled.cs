namespace Gateway.Drivers.Devices;

/// <summary>A device or bus that can be looked over on demand, beyond its present state. Called by one patrol at a time.</summary>
public interface IPatrolled
{
    /// <summary>
    /// Looks the device over: reachability, clock, picture, self-test, plausibility. Findings come as values; an exception is a finding
    /// too, that the check itself failed. Must not disturb the device's work.
    /// </summary>
    /// <exception cref="DeviceFaultException">The device could not be looked over; the message says why.</exception>
    ValueTask<IReadOnlyList<PatrolFinding>> CheckAsync(CancellationToken cancellationToken);
}
