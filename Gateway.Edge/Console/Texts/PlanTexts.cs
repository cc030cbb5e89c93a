using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the plan's pages say.</summary>
internal static class PlanTexts
{
    public static LocalizedText PlanRemoved { get; } = new("这张平面图已被移除。", "This plan was removed.");

    public static LocalizedText Title { get; } = new("平面图", "Plan");

    public static LocalizedText ToPlan { get; } = new("查看平面图", "Open the plan");

    public static LocalizedText ToDevices { get; } = new("全部设备", "All devices");

    public static LocalizedText None { get; } = new("还没有平面图", "No plan yet");

    public static LocalizedText NoneHint { get; } = new(
        "上传小区平面图，再把设备放上去，设备状态就一眼可见。", "Upload a plan of the compound and put the devices on it: then their health is seen at a glance.");

    public static LocalizedText Upload { get; } = new("上传平面图", "Upload a plan");

    public static LocalizedText Another { get; } = new("添加平面图", "Add a plan");

    public static LocalizedText Edit { get; } = new("摆放设备", "Place devices");

    public static LocalizedText Manage { get; } = new("图片与名称", "Picture and name");

    public static LocalizedText Plans { get; } = new("平面图列表", "Plans");

    public static LocalizedText InTrouble { get; } = new("{0} 台需处理", "{0} need attention");

    public static LocalizedText AllWell { get; } = new("图上设备全部正常", "Everything on the plan is well");

    public static LocalizedText Well { get; } = new("{0} 台正常", "{0} well");

    public static LocalizedText Nothing { get; } = new("图上还没有设备", "No device stands on it yet");

    public static LocalizedText NothingHint { get; } = new("点“摆放设备”，把设备放到平面图上。", "Choose \"Place devices\" to put them there.");

    public static LocalizedText Attention { get; } = new("需要处理", "Needs attention");

    public static LocalizedText OnPlan { get; } = new("图上设备", "On this plan");

    public static LocalizedText NotOnPlan { get; } = new("{0} 台设备还没有放到平面图上", "{0} devices stand on no plan yet");

    public static LocalizedText OneNotOnPlan { get; } = new("1 台设备还没有放到平面图上", "1 device stands on no plan yet");

    public static LocalizedText AwayOrFaulty { get; } = new("离线或故障", "Offline or faulty");

    public static LocalizedText Gone { get; } = new("已移除", "Removed");

    public static LocalizedText GoneHint { get; } = new(
        "该设备已不在硬件文件中。若已拆除，请从平面图上取下。", "The device is no longer in the hardware file. If it was taken away, take it off the plan.");

    public static LocalizedText DotOf { get; } = new("{0}：{1}", "{0}: {1}");

    public static LocalizedText PictureOf { get; } = new("{0}的平面图", "Plan of {0}");

    public static LocalizedText SmallOf { get; } = new("打开平面图 {0}：{1} 台正常，{2} 台需处理", "Open the plan {0}: {1} well, {2} need attention");

    public static LocalizedText Legend { get; } = new("图例", "Signs");

    public static LocalizedText Saved { get; } = new("已保存", "Saved");

    public static LocalizedText NotRecorded { get; } = new("没有更改，因为无法记录：{0}", "Nothing was changed, because it cannot be put on record: {0}");

    public static LocalizedText NotKept { get; } = new(
        "plan.db 无法使用：现在的更改只保留到网关下次停止。请检查数据目录的磁盘和权限。",
        "plan.db cannot be used: what is changed now lasts until the gateway stops. Check the disk and rights of the data directory.");
}
