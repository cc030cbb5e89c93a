using Gateway.Edge.Access.Grants.Devices;

namespace Gateway.Edge.Tests.Access.Grants;

/// <summary>Gates as the test says.</summary>
internal sealed class FakeDevices : IGrantDevices
{
    public List<IGrantDevice> Devices { get; } = [];

    public IReadOnlyList<IGrantDevice> All => Devices;

    public IReadOnlyCollection<string>? Gates { get; set; }
}
