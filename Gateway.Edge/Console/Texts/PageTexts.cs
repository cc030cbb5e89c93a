using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What stands on the page around the gateway's state.</summary>
internal static class PageTexts
{
    public static LocalizedText Product { get; } = new("小区网关", "Compound gateway");

    public static LocalizedText Status { get; } = new("运行状态", "Status");

    public static LocalizedText NeedsAttention { get; } = new("需要处理", "Needs attention");

    public static LocalizedText AllWell { get; } = new("一切正常", "All is well");

    public static LocalizedText AllWellHint { get; } = new("设备在线，记录正常保存并已上报。", "Devices are online; records are kept and sent.");

    public static LocalizedText Gates { get; } = new("门", "Gates");

    public static LocalizedText Devices { get; } = new("设备", "Devices");

    public static LocalizedText Uplink { get; } = new("上报", "Uplink");

    public static LocalizedText Journal { get; } = new("日志", "Journal");

    public static LocalizedText Residents { get; } = new("居民", "Residents");

    public static LocalizedText Passages { get; } = new("最近通行", "Recent passages");

    public static LocalizedText NoHardware { get; } = new("还没有设备", "No devices yet");

    public static LocalizedText NoGates { get; } = new("还没有门", "No gates yet");

    public static LocalizedText NoGatesHint { get; } = new("有了门禁设备，这里会显示每道门正在做什么。", "Once there are gate devices, this shows what each gate is doing.");

    public static LocalizedText NoHardwareHint { get; } = new(
        "请在硬件文件（Gateway:HardwareFile）中描述门禁和摄像头，然后重启网关。",
        "Describe gates and cameras in the hardware file (Gateway:HardwareFile) and restart the gateway.");

    public static LocalizedText NoPassages { get; } = new("还没有通行", "No passages yet");

    public static LocalizedText NoPassagesHint { get; } = new("有人经过门禁时，会立即显示在这里。", "As soon as somebody comes to a gate, it shows here.");

    public static LocalizedText PassagesUnreadable { get; } = new(
        "日志暂时读不出来，通行记录无法显示；门禁照常工作。原因：{0}",
        "The journal cannot be read at the moment, so passages do not show; gates work as usual. Reason: {0}");

    public static LocalizedText Since { get; } = new("自 {0} 起", "since {0}");

    public static LocalizedText FramesDropped { get; } = new("跳过 {0} 帧", "{0} frames skipped");

    public static LocalizedText Sequence { get; } = new("序号", "sequence");

    public static LocalizedText LiveNow { get; } = new("实时", "Live");

    public static LocalizedText Connecting { get; } = new("正在连接", "Connecting");

    public static LocalizedText UpdatedAgo { get; } = new("{0} 秒前更新", "updated {0} s ago");

    public static LocalizedText NoUpdateFor { get; } = new(
        "已 {0} 秒未更新。门禁可能照常工作；请检查本机与网关的连接。",
        "No update for {0} s. Gates may well be working; check the connection to the gateway.");

    public static LocalizedText HeldBack { get; } = new("{0} 条新记录", "{0} new");

    public static LocalizedText JustNow { get; } = new("刚刚", "just now");

    public static LocalizedText SecondsAgo { get; } = new("{0} 秒前", "{0} s ago");

    public static LocalizedText MinutesAgo { get; } = new("{0} 分钟前", "{0} min ago");

    public static LocalizedText HoursAgo { get; } = new("{0} 小时前", "{0} h ago");

    public static LocalizedText DaysAgo { get; } = new("{0} 天前", "{0} d ago");

    public static LocalizedText SignIn { get; } = new("登录", "Sign in");

    public static LocalizedText SignOut { get; } = new("退出", "Sign out");

    public static LocalizedText Paused { get; } = new("尝试次数过多，请在 {0} 秒后再试。", "Too many tries. Try again in {0} s.");

    public static LocalizedText Account { get; } = new("设置", "Settings");

    public static LocalizedText Theme { get; } = new("明暗主题", "Light or dark");

    public static LocalizedText SwitchLanguage { get; } = new("切换到英文", "Switch to Chinese");

    public static LocalizedText OtherLanguage { get; } = new("English", "中文");

    public static LocalizedText SkipToContent { get; } = new("跳到内容", "Skip to content");

    public static LocalizedText NotFound { get; } = new("没有这个页面", "There is no such page");

    public static LocalizedText NotFoundHint { get; } = new("地址可能有误。", "The address may be wrong.");

    public static LocalizedText ErrorTitle { get; } = new("页面出错了", "The page failed");

    public static LocalizedText ErrorHint { get; } = new(
        "门禁照常工作。请重试；若仍出错，请查看网关日志。",
        "Gates work as usual. Try again; if it fails again, read the gateway's log.");

    public static LocalizedText Back { get; } = new("返回", "Back");

    public static LocalizedText Close { get; } = new("关闭", "Close");
}
