namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>No device at all: without a running gateway, or in one without gates.</summary>
internal sealed class NoGrantDevices : IGrantDevices
{
    /// <inheritdoc/>
    public IReadOnlyList<IGrantDevice> All => [];

    /// <inheritdoc/>
    public IReadOnlyCollection<string>? Gates => null;
}
