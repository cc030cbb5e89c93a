using Gateway.Drivers.Devices;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>A gate that asks the gateway at each face: it has a change as soon as the gateway's own memory has it.</summary>
internal sealed class InProcessGate(string device, GrantBook book) : IGrantDevice
{
    /// <inheritdoc/>
    public string Device => device;

    /// <inheritdoc/>
    public ValueTask TakeAsync(GrantOrder order, CancellationToken cancellationToken) =>
        book.Now.Find(order.Grant.Id) is { } known && known.Revision >= order.Grant.Revision
            ? ValueTask.CompletedTask
            : throw new DeviceFaultException("The gateway does not know the grant yet; it is asked again.");
}
