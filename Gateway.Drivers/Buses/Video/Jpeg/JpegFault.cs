namespace Gateway.Drivers.Buses.Video.Jpeg;

/// <summary>Why a picture could not be decoded or encoded.</summary>
public enum JpegFault
{
    /// <summary>There are no bytes at all.</summary>
    Empty,

    /// <summary>The bytes are of another format, which the message names.</summary>
    NotJpeg,

    /// <summary>The file is longer than the limit.</summary>
    TooManyBytes,

    /// <summary>The declared sides exceed the limit; nothing was decoded.</summary>
    TooManyPixels,

    /// <summary>Cut short or corrupt.</summary>
    Damaged,

    /// <summary>A valid JPEG of a kind that is not read, such as CMYK from print software.</summary>
    Unsupported,

    /// <summary>The native library refused to work at all.</summary>
    Library,
}
