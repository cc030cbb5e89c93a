namespace Gateway.Drivers.Devices;

/// <summary>A device under supervision. Safe for use by several threads.</summary>
public interface IDevice
{
    /// <summary>Unique in the compound.</summary>
    DeviceId Id { get; }

    /// <summary>Kind of device, such as <c>face-gate</c>.</summary>
    string Kind { get; }

    /// <summary>What people call the device.</summary>
    Wording Name { get; }

    /// <summary>The state as it stands now.</summary>
    DeviceHealth Health { get; }

    /// <summary>
    /// Works the device until cancelled, publishing what it observes. May throw when the device fails: its supervisor records the
    /// fault and runs it again after a delay.
    /// </summary>
    Task RunAsync(IObservationSink sink, CancellationToken cancellationToken);
}
