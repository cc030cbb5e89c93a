namespace Gateway.Drivers.Configuration;

/// <summary>Why a hardware file was not changed.</summary>
public enum HardwareEditFault
{
    /// <summary>The file cannot be read, or is no JSON.</summary>
    Unreadable,

    /// <summary>The file or its folder may not be written, or the disk is full.</summary>
    NotWritable,

    /// <summary>Somebody else has changed what was to be changed.</summary>
    Changed,

    /// <summary>The file has no such device.</summary>
    NoDevice,

    /// <summary>With the change the file would not be in force: it holds mistakes, the new part's or others.</summary>
    Mistakes,
}
