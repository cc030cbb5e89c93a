using Gateway.Cloud.Contract;
using Gateway.Drivers.Devices;

namespace Gateway.Edge.Alerts.Evidence;

/// <summary>Why a clip was not kept, in words for people. What threw speaks English alone; the log has its words.</summary>
internal static class ClipFault
{
    /// <summary>The whole reason.</summary>
    public static LocalizedText WordsOf(Exception error) => new($"录像无法保存：{CauseZh(error)}", error switch
    {
        DeviceFaultException or ArgumentException => error.Message,
        _ => $"the video could not be kept: {error.Message}",
    });

    /// <summary>The cause and what to do about it.</summary>
    public static string CauseZh(Exception error) => error switch
    {
        ArgumentException => "文件超过媒体大小上限，请降低该摄像机的码率或调高上限",
        DeviceFaultException => "无法截取该时段的录像，请检查该摄像机的录像（原因见网关日志）",
        _ => "写入磁盘失败，请检查网关的磁盘和剩余空间（原因见网关日志）",
    };
}
