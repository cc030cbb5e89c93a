using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video.Recording;

/// <summary>What keeps a camera's ring from growing while its frames come.</summary>
/// <param name="Code">Stable cause.</param>
/// <param name="Reason">For people, with the fix.</param>
/// <param name="Restart">A new child would help.</param>
internal sealed record RecordingFault(string Code, Wording Reason, bool Restart)
{
    public const string DiskCode = "recording-disk";
    public const string QuietCode = "recording-stopped";

    public static RecordingFault ShortOfSpace { get; } = new(
        "recording-short",
        new("录像磁盘空间不足，只保留最近的录像：请清理磁盘", "The recording's disk is nearly full and only the latest video is kept: free some space"),
        Restart: false);
}
