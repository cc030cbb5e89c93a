using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Configuration;

/// <summary>A device of the hardware file; each kind has a record of its own.</summary>
/// <param name="Head">What every device has.</param>
public abstract record DeviceDescription(DeviceHead Head)
{
    /// <summary>Unique among the devices.</summary>
    public DeviceId Id => Head.Id;

    /// <summary>What people call it.</summary>
    public Wording Name => Head.Name;

    /// <summary>Where it is wired and what it shows, in a line for the installer.</summary>
    public virtual string Summary => "";

    /// <summary>Entries of the secrets file that the device needs.</summary>
    public virtual IEnumerable<string> Secrets => [];

    /// <summary>The file's text for this device and the buses it uses: when it is the same after a reload, the device is left alone.</summary>
    internal string Fingerprint { get; init; } = "";
}
