using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Configuration;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video;

/// <summary>A device with a camera, whatever else it is: where evidence of an incident nearby may be found. Safe for several threads.</summary>
public interface IRecordedCamera
{
    /// <summary>Unique in the compound.</summary>
    DeviceId Id { get; }

    /// <summary>What people call the device.</summary>
    Wording Name { get; }

    /// <summary>Clips of the camera's recent past; <see cref="IClipSource.Absent"/> tells where there are none.</summary>
    IClipSource Clips { get; }

    /// <summary>Where it stands; null where the hardware file does not say.</summary>
    SitePosition? Position { get; }

    /// <summary>From now on the camera's present view is the one that patrols compare with.</summary>
    /// <exception cref="DeviceFaultException">There is no picture at present, or it cannot be stored.</exception>
    void SetReferencePicture();
}
