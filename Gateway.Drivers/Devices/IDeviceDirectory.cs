using Gateway.Drivers.Configuration;

namespace Gateway.Drivers.Devices;

/// <summary>The devices that stand at present. The set changes when the hardware file does. Safe for several threads.</summary>
public interface IDeviceDirectory
{
    /// <summary>The hardware file in force.</summary>
    HardwareFile Hardware { get; }

    /// <summary>Grows with every change of the set.</summary>
    int Revision { get; }

    /// <summary>Every device's present state, in the order of the hardware file.</summary>
    IReadOnlyList<DeviceHealth> Health { get; }

    /// <summary>The devices with one face, such as <see cref="FaceGates.IFaceGate"/>, in the order of the hardware file.</summary>
    IReadOnlyList<T> Of<T>()
        where T : class;

    /// <summary>Ends when the revision is no longer <paramref name="seen"/>.</summary>
    Task ChangedAsync(int seen, CancellationToken cancellationToken);
}
