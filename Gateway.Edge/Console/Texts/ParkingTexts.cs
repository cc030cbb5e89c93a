using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles.Parking;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the pages of vehicles that stand in the way say.</summary>
internal static class ParkingTexts
{
    public static LocalizedText Title { get; } = new("停车", "Parking");

    public static LocalizedText Reports { get; } = new("占道报告", "Vehicles in the way");

    public static LocalizedText Report { get; } = new("报告占道", "Report a vehicle");

    public static LocalizedText OpenOnly { get; } = new("未解决", "Open");

    public static LocalizedText AllReports { get; } = new("全部", "All");

    public static LocalizedText Filter { get; } = new("筛选报告", "Which reports");

    public static LocalizedText None { get; } = new("没有车辆占道", "No vehicle is in the way");

    public static LocalizedText NoneHint { get; } = new("消防通道被占或双排停车时，拍照报告，系统会通知车主。", "When a vehicle stands on the fire lane or beside another, report it with a picture; its owner is told.");

    public static LocalizedText ToParking { get; } = new("停车", "Parking");

    public static LocalizedText KindLabel { get; } = new("情况", "What is the matter");

    public static LocalizedText Place { get; } = new("位置", "Where");

    public static LocalizedText PlaceHint { get; } = new("例如 3 号楼北侧消防通道", "Such as: fire lane north of building 3");

    public static LocalizedText PlateOptional { get; } = new("车牌号（看不清可不填）", "Plate number (may stay empty)");

    public static LocalizedText Note { get; } = new("备注", "Note");

    public static LocalizedText Photo { get; } = new("照片", "Picture");

    public static LocalizedText PhotoHint { get; } = new("JPEG，最大 4 MB；照片里的拍摄地点等信息会被删除", "JPEG, 4 MB at most; where and by whom it was taken is removed");

    public static LocalizedText TooLarge { get; } = new("照片超过 4 MB，请缩小后再选。", "The picture is larger than 4 MB; choose a smaller one.");

    public static LocalizedText Submit { get; } = new("提交报告", "Send the report");

    public static LocalizedText ReportTitle { get; } = new("占道报告", "Report");

    public static LocalizedText Look { get; } = new("查看", "Look");

    public static LocalizedText LookAt { get; } = new("查看报告：{0}", "Look at the report: {0}");

    public static LocalizedText PictureOf { get; } = new("报告的照片", "Picture of the report");

    public static LocalizedText PictureLooked { get; } = new("查看照片会被记录。", "Looks at the picture are put on record.");

    public static LocalizedText ShowPicture { get; } = new("显示照片", "Show the picture");

    public static LocalizedText TellOwner { get; } = new("通知车主挪车", "Ask the owner to move it");

    public static LocalizedText Resolve { get; } = new("车已挪开", "The lane is free");

    public static LocalizedText ReportedBy { get; } = new("报告人", "Reported by");

    public static LocalizedText ReportedAt { get; } = new("报告时间", "Reported");

    public static LocalizedText ToldAt { get; } = new("通知车主", "Owner told");

    public static LocalizedText ResolvedAt { get; } = new("解决", "Resolved");

    public static LocalizedText TooOften { get; } = new("报告太频繁，请稍后再试。", "Too many reports; try again in a while.");

    public static LocalizedText NotRecorded { get; } = new("没有保存：无法记入日志。原因：{0}", "Not saved, because it cannot be put on record. Reason: {0}");

    public static LocalizedText Sent { get; } = new("报告已提交。", "The report is taken down.");

    public static LocalizedText ToNotice { get; } = new("查看给车主的通知", "See the notice to the owner");

    public static LocalizedText Kind(ParkingKind kind) => kind == ParkingKind.FireLane
        ? new("占用消防通道", "On the fire lane")
        : new("双排停车", "Double-parked");

    public static LocalizedText State(ParkingState state) => state switch
    {
        ParkingState.Open => new("未处理", "Open"),
        ParkingState.OwnerTold => new("已通知车主", "Owner told"),
        ParkingState.ToCall => new("待门岗联系", "For the guard to call"),
        _ => new("已解决", "Resolved"),
    };
}
