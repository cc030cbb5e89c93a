using Gateway.Cloud.Contract;
using Gateway.Drivers.VehicleBarriers;
using Gateway.Edge.Passages.Vehicles;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the live view of the barriers says.</summary>
internal static class BarrierTexts
{
    public static LocalizedText Live { get; } = new("实时画面", "Live view");

    public static LocalizedText LiveOf { get; } = new("{0} 的实时画面", "Live view of {0}");

    public static LocalizedText Title { get; } = new("道闸", "Barriers");

    public static LocalizedText None { get; } = new("没有车辆道闸", "No vehicle barriers");

    public static LocalizedText NoneHint { get; } = new(
        "请在硬件文件中描述道闸和车牌摄像机。", "Describe the barriers and their plate cameras in the hardware file.");

    public static LocalizedText Nobody { get; } = new("没有车辆等待", "No vehicle waits");

    public static LocalizedText Queue { get; } = new("后面排队 {0} 辆", "{0} behind it");

    public static LocalizedText Last { get; } = new("最近通过", "Last vehicles");

    public static LocalizedText NoLast { get; } = new("还没有车辆通过。", "No vehicle has passed yet.");

    public static LocalizedText LetIn { get; } = new("放行", "Let in");

    public static LocalizedText LetOut { get; } = new("放行离场", "Let out");

    public static LocalizedText SendAway { get; } = new("请其离开", "Send away");

    public static LocalizedText Raise { get; } = new("抬杆", "Raise");

    public static LocalizedText Lower { get; } = new("落杆", "Lower");

    public static LocalizedText Stop { get; } = new("停止", "Stop");

    public static LocalizedText Mode { get; } = new("模式", "Mode");

    public static LocalizedText Orders { get; } = new("{0} 的操作", "Orders to {0}");

    public static LocalizedText OfBarrier { get; } = new("{0}：{1}", "{0}: {1}");

    public static LocalizedText Why { get; } = new("原因", "Reason");

    public static LocalizedText WhyHint { get; } = new("会记入日志；不写姓名和电话", "Goes on record; no names or numbers");

    public static LocalizedText WhyMissing { get; } = new("请选择或填写原因，一行，最多 200 字。", "Choose or write a reason, one line of up to 200 characters.");

    public static LocalizedText OtherWhy { get; } = new("其他原因", "Another reason");

    public static LocalizedText Confirm { get; } = new("确认{0}", "Confirm: {0}");

    public static LocalizedText Cancel { get; } = new("取消", "Cancel");

    public static LocalizedText Gone { get; } = new(
        "这辆车已经不在闸前，没有抬杆。", "This vehicle is no longer at the barrier; nothing was raised.");

    public static LocalizedText ToBarriers { get; } = new("全部道闸", "All barriers");

    public static LocalizedText DeniedWarning { get; } = new("此车在禁入名单上：{0}", "This vehicle is on the deny list: {0}");

    public static LocalizedText NotRecorded { get; } = new("{0} 但无法记入日志：{1}", "{0} It could not be put on record: {1}");

    public static LocalizedText ByHand { get; } = new("人工操作", "By hand");

    public static LocalizedText ByHandSince { get; } = new("自 {0} 起车牌识别不可用", "Plates cannot be read since {0}");

    public static LocalizedText Fuzzy { get; } = new("识别有一位不同，按登记车牌放行", "Read with one slip; taken for the registered plate");

    public static LocalizedText Waits { get; } = new("等待", "Waiting");

    public static LocalizedText CameAt { get; } = new("到达", "came");

    public static LocalizedText ChangeMode { get; } = new("更改模式", "Change mode");

    public static LocalizedText AllRecords { get; } = new("全部记录", "All records");

    public static LocalizedText PictureOf { get; } = new("闸前车辆", "The vehicle at the barrier");

    public static LocalizedText NoPicture { get; } = new("没有画面", "No picture");

    public static LocalizedText Confidence { get; } = new("识别把握 {0}%", "read with {0} % confidence");

    public static LocalizedText ModeHintAutomatic { get; } = new("按车牌自动放行，通过后自动落杆", "Plates decide; the arm closes behind each vehicle");

    public static LocalizedText ModeHintManual { get; } = new("只按命令动作，不自动落杆", "Moves on orders alone and does not close by itself");

    public static LocalizedText ModeHintHeldUp { get; } = new("抬起并保持，例如搬家时", "Raised and held up, for a house removal for example");

    public static IReadOnlyList<LocalizedText> LetInReasons { get; } =
    [
        new("已与住户核实", "Checked with the resident"),
        new("外卖或快递", "Delivery"),
        new("急救、消防或警务", "Ambulance, fire service or police"),
        new("车牌污损，已人工核对", "Plate dirty or damaged, checked by eye"),
        new("已缴清停车费", "Parking is paid"),
    ];

    public static IReadOnlyList<LocalizedText> SendAwayReasons { get; } =
    [
        new("住户不认识此车", "No resident knows it"),
        new("在禁入名单上", "On the deny list"),
        new("车位已满", "No places left"),
    ];

    public static IReadOnlyList<LocalizedText> OrderReasons { get; } =
    [
        new("设备检查", "Checking the device"),
        new("车辆或行人需要通过", "Somebody has to pass"),
        new("搬家或施工", "House removal or works"),
        new("识别故障，人工值守", "Plates cannot be read; a guard is there"),
    ];

    public static LocalizedText Position(BarrierPosition position) => position switch
    {
        BarrierPosition.Down => new("已落杆", "Down"),
        BarrierPosition.Raising => new("正在抬杆", "Raising"),
        BarrierPosition.Up => new("已抬杆", "Up"),
        BarrierPosition.Lowering => new("正在落杆", "Lowering"),
        BarrierPosition.Stopped => new("停在中途", "Stopped on the way"),
        _ => new("位置未知", "Position unknown"),
    };

    public static LocalizedText ModeOf(BarrierMode mode) => mode switch
    {
        BarrierMode.Automatic => new("自动", "Automatic"),
        BarrierMode.Manual => new("手动", "Manual"),
        BarrierMode.HeldUp => new("常开", "Held up"),
        _ => new("消防联动", "Fire"),
    };

    public static LocalizedText Sight(LaneSight sight) => sight switch
    {
        LaneSight.Works => new("车牌识别正常", "Plates are read"),
        LaneSight.Starting => new("正在等待画面", "Waiting for the picture"),
        LaneSight.ByHand => new("人工操作", "By hand"),
        _ => new("未配置车牌识别", "No plate lane"),
    };

    public static LocalizedText End(VehicleEnd end) => end switch
    {
        VehicleEnd.Passed => new("已通过", "Passed"),
        VehicleEnd.Followed => new("跟车通过", "Followed through"),
        VehicleEnd.Left => new("未进离开", "Left again"),
        _ => new("抬杆未过", "Raised, did not pass"),
    };

    public static LocalizedText State(VehicleState state) => state switch
    {
        VehicleState.Opened => new("正在放行", "Being let through"),
        VehicleState.SentAway => new("已请其离开", "Sent away"),
        VehicleState.Seen => new("已看到", "Seen"),
        _ => Waits,
    };

    public static LocalizedText Direction(LaneDirection? direction) => direction switch
    {
        LaneDirection.In => new("入口", "Entry"),
        LaneDirection.Out => new("出口", "Exit"),
        LaneDirection.Both => new("出入口", "Entry and exit"),
        _ => new("仅人工", "By hand alone"),
    };
}
