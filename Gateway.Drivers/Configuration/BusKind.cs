using Gateway.Drivers.Buses;

namespace Gateway.Drivers.Configuration;

/// <summary>One kind of bus: how it is described and how it is opened. Stateless.</summary>
internal abstract class BusKind
{
    /// <summary>Kind as in the hardware file.</summary>
    public abstract string Kind { get; }

    /// <summary>What devices can use it for.</summary>
    public abstract BusUse Use { get; }

    /// <summary>Reads the bus's keys; faults go to the context. The caller closes the section.</summary>
    public abstract BusDescription Read(BusHead head, JsonSection section, HardwareContext context);

    /// <summary>Makes the bus; what can fail later belongs into its loop or the opening of its lines.</summary>
    /// <exception cref="HardwareFileException">It names a secret or file that does not exist.</exception>
    public abstract IBus Open(BusDescription description, DriverParts parts);
}

/// <inheritdoc cref="BusKind"/>
internal abstract class BusKind<T> : BusKind
    where T : BusDescription
{
    /// <inheritdoc/>
    public sealed override IBus Open(BusDescription description, DriverParts parts) => Open((T)description, parts);

    /// <inheritdoc cref="BusKind.Open"/>
    protected abstract IBus Open(T description, DriverParts parts);
}
