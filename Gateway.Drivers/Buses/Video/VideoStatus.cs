using Gateway.Drivers.Buses.Video.Recording;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video;

/// <summary>What a camera's supervisor has to say of it.</summary>
internal sealed record VideoStatus(DeviceState State, string Code, Wording Reason, IReadOnlyDictionary<string, string> Details)
{
    public static VideoStatus Connecting { get; } =
        new(DeviceState.Connecting, "camera-connecting", new("正在连接摄像机", "Connecting to the camera"), Empty);

    public static VideoStatus Online { get; } = new(DeviceState.Online, "ok", new("正常", "Working"), Empty);

    /// <summary>Frames come, the recording does not.</summary>
    public static VideoStatus NotRecording(RecordingFault fault) => new(DeviceState.Degraded, fault.Code, fault.Reason, Empty);

    private static IReadOnlyDictionary<string, string> Empty => System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;
}
