using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the devices page says.</summary>
internal static class DeviceTexts
{
    public static LocalizedText Title { get; } = new("设备", "Devices");

    public static LocalizedText ToStatus { get; } = new("运行状态", "Status");

    public static LocalizedText ToDevices { get; } = new("全部设备", "All devices");

    public static LocalizedText RunPatrol { get; } = new("立即巡检", "Patrol now");

    public static LocalizedText Patrol { get; } = new("巡检", "Patrol");

    public static LocalizedText PatrolRunning { get; } = new("正在巡检", "A patrol is under way");

    public static LocalizedText PatrolRunningHint { get; } = new("结果会自动显示在这里，不影响设备工作。", "The result appears here by itself; devices keep working.");

    public static LocalizedText NoPatrol { get; } = new("还没有巡检过", "No patrol yet");

    public static LocalizedText NoPatrolHint { get; } = new("巡检会逐台检查设备和总线，按计划或按上面的按钮进行。", "A patrol looks over every device and bus, at its times or with the button above.");

    public static LocalizedText LastPatrol { get; } = new("上次", "Last");

    public static LocalizedText NextPatrol { get; } = new("下次", "Next");

    public static LocalizedText NotScheduled { get; } = new("未计划", "Not scheduled");

    public static LocalizedText ShowFindings { get; } = new("查看 {0} 处问题", "Show {0} findings");

    public static LocalizedText ShowFinding { get; } = new("查看 1 处问题", "Show 1 finding");

    public static LocalizedText ForInformation { get; } = new("仅供参考", "For information");

    public static LocalizedText Tickets { get; } = new("维修单", "Repair tickets");

    public static LocalizedText NoTickets { get; } = new("没有待修的设备", "Nothing needs repair");

    public static LocalizedText FirstSeen { get; } = new("首次发现", "first seen");

    public static LocalizedText Times { get; } = new("共 {0} 次", "{0} times");

    public static LocalizedText RecentlyClosed { get; } = new("近期已恢复 {0} 项", "{0} mended lately");

    public static LocalizedText Mended { get; } = new("恢复于", "mended");

    public static LocalizedText Buses { get; } = new("总线", "Buses");

    public static LocalizedText NoBuses { get; } = new("没有总线", "No buses");

    public static LocalizedText NoBusesHint { get; } = new("硬件文件中没有描述总线。", "The hardware file describes no bus.");

    public static LocalizedText OnlineOf { get; } = new("{0} / {1} 在线", "{0} of {1} online");

    public static LocalizedText OpenTickets { get; } = new("{0} 张待处理维修单", "{0} open repair tickets");

    public static LocalizedText OpenTicket { get; } = new("1 张待处理维修单", "1 open repair ticket");

    public static LocalizedText InRepair { get; } = new("待修", "to repair");

    public static LocalizedText Availability { get; } = new("可用率", "Availability");

    public static LocalizedText AvailabilityNote { get; } = new(
        "百分比是网关运行期间设备正常工作的时间占比；网关停机的时间不计入，括号内为实际观测的时长。",
        "The percentages are the share of time in which the device worked while the gateway ran. Time in which the gateway was down is not counted; brackets give the time that was observed.");

    public static LocalizedText Day { get; } = new("24 小时", "24 h");

    public static LocalizedText Week { get; } = new("7 天", "7 d");

    public static LocalizedText Month { get; } = new("30 天", "30 d");

    public static LocalizedText Observed { get; } = new("已观测 {0}，中断 {1} 次", "observed for {0}, {1} drops");

    public static LocalizedText NotObserved { get; } = new("观测时间太短", "not observed for long enough");

    public static LocalizedText ForDays { get; } = new("{0} 天", "{0} d");

    public static LocalizedText ForHours { get; } = new("{0} 小时", "{0} h");

    public static LocalizedText ForMinutes { get; } = new("{0} 分钟", "{0} min");

    public static LocalizedText MoreDevices(int count) => new($"还有 {count} 台设备需要处理", count == 1 ? "1 more device needs attention" : $"{count} more devices need attention");

    public static LocalizedText MoreDevicesHint { get; } = new("请打开设备页查看。", "See the devices page.");
}
