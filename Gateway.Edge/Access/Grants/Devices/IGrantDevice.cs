using Gateway.Drivers.Devices;

namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>A device that decides on grants, or holds faces of workers, by itself. Safe for use by several threads.</summary>
internal interface IGrantDevice
{
    /// <summary>Device id.</summary>
    string Device { get; }

    /// <summary>Brings the state of a grant to the device; returning is its confirmation.</summary>
    /// <exception cref="DeviceFaultException">It did not confirm; it is asked again later.</exception>
    ValueTask TakeAsync(GrantOrder order, CancellationToken cancellationToken);
}
