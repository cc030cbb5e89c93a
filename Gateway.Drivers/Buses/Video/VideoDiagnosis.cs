using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Video;

/// <summary>Turns the end of an FFmpeg child into a cause in words, with the fix where there is one.</summary>
internal static class VideoDiagnosis
{
    /// <summary>The stream or file came to its end.</summary>
    public const string EndedCode = "camera-ended";

    /// <summary>Exit codes from here on are 128 and the number of the signal that ended the child.</summary>
    private const int Signalled = 128;

    /// <summary>FFmpeg's words, most telling first.</summary>
    private static readonly (string[] Words, DeviceState State, string Code, Wording Reason)[] Known =
    [
        (["401 Unauthorized", "403 Forbidden"], DeviceState.Faulty, "camera-credentials",
            new("摄像机拒绝了用户名或密码：请检查密钥文件", "The camera refused the user or password: check the secrets file")),
        (["404 Not Found", "454 Session"], DeviceState.Faulty, "camera-path",
            new("摄像机上没有这一路视频：请检查地址中的路径", "The camera has no such stream: check the path in its address")),
        (["No such file or directory"], DeviceState.Faulty, "camera-file-missing",
            new("视频文件不存在：请检查路径", "The video file does not exist: check its path")),
        (["Permission denied"], DeviceState.Faulty, "camera-file-denied",
            new("没有读取视频文件的权限", "The video file may not be read: check its permissions")),
        (["Invalid too big or non positive size", "Invalid size", "Picture size", "Failed to configure input pad"], DeviceState.Faulty, "camera-wrong-size",
            new("画面尺寸不符：请检查感兴趣区域与分辨率", "The picture's size does not fit: check the region of interest and the resolution")),
        (["Invalid data found", "moov atom not found", "matches no streams", "Could not find codec parameters"], DeviceState.Faulty, "camera-unreadable",
            new("视频无法解码：不是可用的视频流或文件", "Not a usable video: the stream or file cannot be decoded")),
        (["Connection refused"], DeviceState.Offline, "camera-refused",
            new("摄像机拒绝连接：请检查电源、地址和端口", "The camera refuses connections: check power, address and port")),
        (["No route to host", "Network is unreachable", "Failed to resolve", "Name or service not known"], DeviceState.Offline, "camera-unreachable",
            new("网络上找不到摄像机：请检查地址和网线", "The camera is not on the network: check its address and cable")),
    ];

    private static readonly (DeviceState State, string Code, Wording Reason) Silent = (DeviceState.Offline, "camera-no-answer",
        new("摄像机没有应答：请检查电源和网络", "The camera does not answer: check power and network"));

    private static readonly (DeviceState State, string Code, Wording Reason) Stalled = (DeviceState.Offline, "camera-stalled",
        new("摄像机停止发送画面，正在重新连接", "The camera stopped sending pictures; connecting again"));

    private static readonly (DeviceState State, string Code, Wording Reason) MidFrame = (DeviceState.Offline, "camera-cut-off",
        new("画面传到一半中断，正在重新连接", "The picture broke off in the middle; connecting again"));

    private static readonly (DeviceState State, string Code, Wording Reason) StreamEnded = (DeviceState.Offline, EndedCode,
        new("摄像机断开了连接，正在重新连接", "The camera closed the connection; connecting again"));

    private static readonly (DeviceState State, string Code, Wording Reason) FileEnded = (DeviceState.Offline, EndedCode,
        new("视频文件已播放完毕；如需循环播放，请将 loop 设为 true", "The video file has ended; set loop to true to play it over and over"));

    private static readonly (DeviceState State, string Code, Wording Reason) Failed = (DeviceState.Offline, "ffmpeg-failed",
        new("视频解码进程异常退出，正在重新启动", "The decoding process failed and is started again"));

    public static VideoStatus Of(VideoEnd end, long dropped)
    {
        if (end.Refusal is { } refusal)
        {
            return refusal;
        }

        var (state, code, reason) = CauseOf(end);
        return new VideoStatus(state, code, reason, Details(end, dropped));
    }

    public static VideoStatus NoProgram(string program, string message) => new(
        DeviceState.Faulty,
        "ffmpeg-missing",
        new($"无法启动 {program}：请安装 ffmpeg", $"{program} cannot be started: install ffmpeg"),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["error"] = message });

    /// <summary>The camera did not tell its stream's address.</summary>
    public static VideoStatus NoAddress(DeviceFaultException fault) => new(
        DeviceState.Offline,
        "camera-no-address",
        new(
            "摄像机没有通过 ONVIF 告知视频地址：请检查其电源、地址、ONVIF 用户和配置文件名",
            "The camera did not tell its stream's address over ONVIF: check power, address, ONVIF user and profile"),
        new Dictionary<string, string>(StringComparer.Ordinal) { ["error"] = fault.Message });

    private static (DeviceState State, string Code, Wording Reason) CauseOf(VideoEnd end)
    {
        if (end.Frames > 0)
        {
            return end switch
            {
                { Stalled: true } => Stalled,
                { PartialBytes: > 0, ExitCode: < Signalled } => MidFrame,
                { IsStream: true, ExitCode: < Signalled } => StreamEnded,
                { IsStream: false, ExitCode: 0 } => FileEnded,
                _ => Failed,
            };
        }

        foreach (var (words, state, code, reason) in Known)
        {
            if (words.Any(word => end.Errors.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return (state, code, reason);
            }
        }

        return end.PartialBytes > 0 ? MidFrame : Silent;
    }

    private static Dictionary<string, string> Details(VideoEnd end, long dropped)
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["exitCode"] = end.ExitCode.ToString(CultureInfo.InvariantCulture),
            ["frames"] = end.Frames.ToString(CultureInfo.InvariantCulture),
            ["dropped"] = dropped.ToString(CultureInfo.InvariantCulture),
        };
        if (end.PartialBytes > 0)
        {
            details["partialBytes"] = end.PartialBytes.ToString(CultureInfo.InvariantCulture);
        }

        if (end.Errors.Length > 0)
        {
            details["errors"] = end.Errors;
        }

        return details;
    }
}
