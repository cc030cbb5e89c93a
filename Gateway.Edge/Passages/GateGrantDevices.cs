using Gateway.Drivers.Devices;
using Gateway.Drivers.FaceGates;
using Gateway.Drivers.FaceGates.Terminals;
using Gateway.Edge.Access.Grants.Devices;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Passages;

/// <summary>
/// The gates that learn of grants. Gates with a camera and terminals ask the gateway at each face, so all of them have a change at once; a
/// terminal that is given templates of workers takes its place here with a device of its own.
/// </summary>
internal sealed class GateGrantDevices(IDeviceDirectory devices, GrantBook book) : IGrantDevices
{
    /// <inheritdoc/>
    public IReadOnlyList<IGrantDevice> All => [.. Ids.Select(id => new InProcessGate(id, book))];

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Gates => [.. Ids];

    private IEnumerable<string> Ids =>
        devices.Of<IFaceGate>().Select(gate => gate.Id.Value).Concat(devices.Of<ITerminalGate>().Select(gate => gate.Id.Value)).Distinct(StringComparer.Ordinal);
}
