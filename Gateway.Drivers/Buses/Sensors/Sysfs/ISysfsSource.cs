namespace Gateway.Drivers.Buses.Sensors.Sysfs;

/// <summary>Knows how one of the kernel's subsystems lays out its files. Its calls block.</summary>
internal interface ISysfsSource
{
    /// <summary>Where the devices' folders are, below sysfs.</summary>
    string Folder { get; }

    /// <summary>The unit that a channel is measured in.</summary>
    /// <exception cref="Devices.DeviceFaultException">There is no such channel in this subsystem.</exception>
    SensorUnit Unit(string channel);

    /// <summary>Reads a channel of the device in <paramref name="folder"/>.</summary>
    /// <exception cref="IOException">A file is absent or the driver answers with an error.</exception>
    /// <exception cref="FormatException">What is there is no reading; says what it is instead.</exception>
    double Read(string folder, string channel);
}
