using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>One kind of device: how it is described, built and simulated. Stateless.</summary>
internal abstract class DeviceKind
{
    /// <summary>Kind as in the hardware file.</summary>
    public abstract string Kind { get; }

    /// <summary>Reads the device's own keys; faults go to the context. The caller closes the section.</summary>
    public abstract DeviceDescription Read(DeviceHead head, JsonSection section, HardwareContext context);

    /// <summary>Makes the device. Nothing is opened yet: lines are taken when they are first used.</summary>
    /// <exception cref="HardwareFileException">It names a secret that does not exist.</exception>
    public abstract IDevice Build(DeviceDescription description, DriverParts parts);

    /// <summary>Puts the physical thing behind the device's simulated lines; called before <see cref="Build"/> where a bus is simulated.</summary>
    public virtual void Simulate(DeviceDescription description, DriverParts parts)
    {
    }
}

/// <inheritdoc cref="DeviceKind"/>
internal abstract class DeviceKind<T> : DeviceKind
    where T : DeviceDescription
{
    /// <inheritdoc/>
    public sealed override IDevice Build(DeviceDescription description, DriverParts parts) => Build((T)description, parts);

    /// <inheritdoc/>
    public sealed override void Simulate(DeviceDescription description, DriverParts parts) => Simulate((T)description, parts);

    /// <inheritdoc cref="DeviceKind.Build"/>
    protected abstract IDevice Build(T description, DriverParts parts);

    /// <inheritdoc cref="DeviceKind.Simulate"/>
    protected virtual void Simulate(T description, DriverParts parts)
    {
    }
}
