namespace Gateway.Drivers.Devices;

/// <summary>A device's id, unique in its compound: lower-case letters, digits and hyphens, 1 to 64 characters.</summary>
public readonly record struct DeviceId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
