namespace Gateway.Drivers.Buses.Video.Grey;

/// <summary>What a frame's header holds beside its code (NUT specification, "frame flags"). Those left out here need nothing done.</summary>
[Flags]
internal enum NutFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A time of its own.</summary>
    Time = 8,

    /// <summary>A stream's number.</summary>
    Stream = 16,

    /// <summary>The upper part of its size.</summary>
    Size = 32,

    /// <summary>A checksum.</summary>
    Checksum = 64,

    /// <summary>Fields of later versions.</summary>
    Reserved = 128,

    /// <summary>Data beside the picture.</summary>
    SideData = 256,

    /// <summary>Number of the prefix that was left out of the picture.</summary>
    Prefix = 1024,

    /// <summary>A time for seeking.</summary>
    Match = 2048,

    /// <summary>Flags that differ from the code's.</summary>
    Flags = 4096,

    /// <summary>No frame has this code.</summary>
    Invalid = 8192,
}
