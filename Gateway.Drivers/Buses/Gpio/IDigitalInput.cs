namespace Gateway.Drivers.Buses.Gpio;

/// <summary>One line that a device listens to, such as a door contact. One reader at a time.</summary>
public interface IDigitalInput : IAsyncDisposable
{
    /// <summary>The present level.</summary>
    /// <exception cref="Devices.DeviceFaultException">The line could not be read.</exception>
    bool IsActive { get; }

    /// <summary>Waits for the next change of level. Changes are queued in order, none is skipped.</summary>
    /// <exception cref="Devices.DeviceFaultException">The line is lost.</exception>
    ValueTask<DigitalEdge> ReadEdgeAsync(CancellationToken cancellationToken);
}
