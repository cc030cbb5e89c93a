using Gateway.Drivers.Buses.Video;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.FaceGates;

/// <summary>A gate with a camera, a door relay and a door contact. Safe for use by several threads.</summary>
public interface IFaceGate
{
    /// <summary>Unique in the compound.</summary>
    DeviceId Id { get; }

    /// <summary>What people call the gate.</summary>
    Wording Name { get; }

    /// <summary>The gate's camera; frames are already cut to the region of interest.</summary>
    IVideoSource Camera { get; }

    /// <summary>Releases the door for its configured pulse. Returns once the relay has been driven.</summary>
    /// <exception cref="DeviceFaultException">The relay could not be driven.</exception>
    ValueTask OpenAsync(CancellationToken cancellationToken);
}
