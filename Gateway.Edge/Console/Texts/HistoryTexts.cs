using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Access.Vehicles.Stays;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page of past passages and stays says.</summary>
internal static class HistoryTexts
{
    public static LocalizedText Looking { get; } = new("查看车辆图片", "Looks at pictures of vehicles");

    public static LocalizedText Title { get; } = new("进出记录", "Vehicle history");

    public static LocalizedText Show { get; } = new("显示", "Show");

    public static LocalizedText Passages { get; } = new("进出", "Passages");

    public static LocalizedText Stays { get; } = new("停车", "Stays");

    public static LocalizedText InsideNow { get; } = new("在场", "Inside now");

    public static LocalizedText Overstaying { get; } = new("超时", "Overstaying");

    public static LocalizedText PlatePart { get; } = new("部分车牌", "Part of a plate");

    public static LocalizedText Since { get; } = new("从", "From");

    public static LocalizedText Until { get; } = new("到", "Until");

    public static LocalizedText Barrier { get; } = new("道闸", "Barrier");

    public static LocalizedText AnyBarrier { get; } = new("全部道闸", "All barriers");

    public static LocalizedText Outcome { get; } = new("结果", "Outcome");

    public static LocalizedText AnyOutcome { get; } = new("全部结果", "All outcomes");

    public static LocalizedText More { get; } = new("更多条件：时间、道闸、结果", "More: time, barrier, outcome");

    public static LocalizedText Find { get; } = new("查询", "Find");

    public static LocalizedText Nothing { get; } = new("没有符合条件的记录", "No such records");

    public static LocalizedText NothingHint { get; } = new(
        "请放宽时间或清除条件。车辆经过道闸时，会记录在这里。", "Widen the time or clear the conditions. Vehicles that pass a barrier are put on record here.");

    public static LocalizedText NoStays { get; } = new("没有车辆", "No vehicles");

    public static LocalizedText NoStaysHint { get; } = new("车辆进场后会显示在这里。", "Vehicles that have come in show here.");

    public static LocalizedText NoOverstays { get; } = new("没有超时车辆", "No vehicle overstays");

    public static LocalizedText NoOverstaysHint { get; } = new("停得比允许时间久的车辆会显示在这里。", "Vehicles that stay longer than they may show here.");

    public static LocalizedText TooShort { get; } = new("请至少填两位。", "Enter two characters or more.");

    public static LocalizedText Unreadable { get; } = new(
        "记录暂时读不出来；道闸照常工作。原因：{0}", "Records cannot be read at the moment; barriers work as usual. Reason: {0}");

    public static LocalizedText LookedFar { get; } = new(
        "已查到 {0}，更早的记录还没有查。", "Looked back to {0}; older records have not been looked at yet.");

    public static LocalizedText Older { get; } = new("更早的记录", "Older records");

    public static LocalizedText Newest { get; } = new("回到最新", "Back to the newest");

    public static LocalizedText Export { get; } = new("导出 CSV", "Export CSV");

    public static LocalizedText Picture { get; } = new("车辆照片", "Picture of the vehicle");

    public static LocalizedText NoPicture { get; } = new("没有照片", "No picture");

    public static LocalizedText Came { get; } = new("进场", "Came");

    public static LocalizedText Went { get; } = new("离场", "Left");

    public static LocalizedText Stayed { get; } = new("停留", "Stayed");

    public static LocalizedText NotSeen { get; } = new("未看到", "not seen");

    public static LocalizedText OverBy { get; } = new("超 {0}", "{0} too long");

    public static LocalizedText In { get; } = new("进", "In");

    public static LocalizedText Out { get; } = new("出", "Out");

    public static LocalizedText By { get; } = new("放行人 {0}", "let in by {0}");

    public static LocalizedText ByColumn { get; } = new("放行人", "Let in by");

    public static LocalizedText LetInByHand { get; } = new("人工放行", "Let in by hand");

    public static LocalizedText Passed { get; } = new("已通过", "Passed");

    public static LocalizedText Mistaken { get; } = new("车牌更正", "Plate was corrected");

    public static LocalizedText Exported { get; } = new("导出了车辆进出记录", "Vehicle history was exported");

    public static LocalizedText Time { get; } = new("时间", "Time");

    public static LocalizedText Direction { get; } = new("方向", "Direction");

    public static LocalizedText Reason { get; } = new("说明", "Reason");

    public static LocalizedText State(StayState state) => state switch
    {
        StayState.Inside => new("在场", "Inside"),
        StayState.Left => new("已离场", "Left"),
        StayState.LeftUnseen => new("离场未看到", "Left unseen"),
        StayState.EnteredUnseen => new("进场未看到", "Came unseen"),
        _ => new("人工结束", "Ended by hand"),
    };

    public static LocalizedText OutcomeOf(VehicleOutcome outcome) => outcome switch
    {
        VehicleOutcome.OpenedResident => new("住户放行", "Resident let in"),
        VehicleOutcome.OpenedVisitor => new("访客放行", "Visitor let in"),
        VehicleOutcome.OpenedWorker => new("施工放行", "Worker let in"),
        VehicleOutcome.OpenedLeaving => new("离场放行", "Let out"),
        VehicleOutcome.Denied => new("禁入", "On the deny list"),
        VehicleOutcome.NotNow => new("不在时段内", "Not at this hour"),
        VehicleOutcome.Ended => new("已到期", "Window is over"),
        VehicleOutcome.NoEntriesLeft => new("次数已用完", "No entries left"),
        VehicleOutcome.Overstayed => new("停车超时", "Overstayed"),
        VehicleOutcome.Full => new("车位已满", "Full"),
        VehicleOutcome.Unreadable => new("车牌看不清", "Plate not readable"),
        _ => new("未登记", "Not registered"),
    };

    /// <summary>A length of time in its two largest units.</summary>
    public static LocalizedText Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => new($"{(int)span.TotalDays} 天 {span.Hours} 小时", $"{(int)span.TotalDays} d {span.Hours} h"),
        { TotalHours: >= 1 } => new($"{(int)span.TotalHours} 小时 {span.Minutes} 分", $"{(int)span.TotalHours} h {span.Minutes} min"),
        _ => new($"{(int)span.TotalMinutes} 分钟", $"{(int)span.TotalMinutes} min"),
    };
}
