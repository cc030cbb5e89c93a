namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>How a recording is encoded.</summary>
public enum VideoCodec
{
    H264,
    H265,
}
