namespace Gateway.Drivers.Devices;

/// <summary>A device that a supervisor keeps running.</summary>
internal interface IDevice
{
    DeviceId Id { get; }

    /// <summary>Kind as in the hardware file, such as <c>face-gate</c>.</summary>
    string Kind { get; }

    Wording Name { get; }

    /// <summary>
    /// A device that gives no sign of life (an observation, a change of state, <see cref="DeviceReporter.Alive"/>) for so long hangs: it is stopped and
    /// started again. Null, the default, for one that may be silent for days.
    /// </summary>
    TimeSpan? QuietAfter => null;

    /// <summary>
    /// Runs until cancelled. Any exception is a fault: the supervisor records it and calls again after a pause. What the device
    /// must always do, such as returning its relay to the safe level, does not depend on this loop.
    /// </summary>
    Task RunAsync(DeviceReporter reporter, CancellationToken cancellationToken);
}
