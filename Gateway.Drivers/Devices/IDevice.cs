namespace Gateway.Drivers.Devices;

/// <summary>A device that a supervisor keeps running.</summary>
internal interface IDevice
{
    DeviceId Id { get; }

    /// <summary>Kind as in the hardware file, such as <c>face-gate</c>.</summary>
    string Kind { get; }

    Wording Name { get; }

    /// <summary>
    /// Runs until cancelled. Any exception is a fault: the supervisor records it and calls again after a pause. What the device
    /// must always do, such as returning its relay to the safe level, does not depend on this loop.
    /// </summary>
    Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken);
}
