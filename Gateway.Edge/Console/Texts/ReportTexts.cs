using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the reports say.</summary>
internal static class ReportTexts
{
    public static LocalizedText Title { get; } = new("报表", "Reports");

    public static LocalizedText RangeLabel { get; } = new("时间范围", "Range");

    public static LocalizedText Today { get; } = new("今天", "Today");

    public static LocalizedText Week { get; } = new("7 天", "7 days");

    public static LocalizedText Month { get; } = new("30 天", "30 days");

    public static LocalizedText Own { get; } = new("自选", "Own range");

    public static LocalizedText From { get; } = new("从", "From");

    public static LocalizedText To { get; } = new("到", "To");

    public static LocalizedText Show { get; } = new("显示", "Show");

    public static LocalizedText Csv { get; } = new("{0}：下载 CSV", "{0}: download CSV");

    public static LocalizedText Days { get; } = new("{0} 至 {1}", "{0} to {1}");

    public static LocalizedText Figures { get; } = new("数字", "Figures");

    public static LocalizedText Nothing { get; } = new("这段时间没有记录。", "Nothing is on record for these days.");

    public static LocalizedText Counting { get; } = new("正在从日志统计（{0} %），数字还不完整。", "The journal is being counted ({0} %); the figures are not complete yet.");

    public static LocalizedText SinceFirst { get; } = new("从 {0} 起有统计。", "Counted since {0}.");

    public static LocalizedText Unreadable { get; } = new("统计暂时读不出来，正在重建；其他页面照常。原因：{0}", "The figures cannot be read at the moment and are made again; all other pages work as usual. Reason: {0}");

    public static LocalizedText Hours { get; } = new("各时段通行", "Passages by hour and weekday");

    public static LocalizedText Methods { get; } = new("每日通行方式", "Passages by day and method");

    public static LocalizedText Strangers { get; } = new("各门陌生人与误报", "Strangers by gate, and false alarms");

    public static LocalizedText StrangersNote { get; } = new("误报率来自工作人员的判定；判定不足 10 条不计算。", "Shares rest on what staff said; fewer than 10 verdicts give none.");

    public static LocalizedText Grants { get; } = new("各工种临时授权", "Temporary access by work");

    public static LocalizedText Availability { get; } = new("设备可用率", "Availability of devices");

    public static LocalizedText AvailabilityNote { get; } = new("只计网关运行的时间。", "Only the time in which the gateway ran counts.");

    public static LocalizedText Charging { get; } = new("充电电量与断电", "Charging: energy and cuts");

    public static LocalizedText Alerts { get; } = new("各类告警与响应", "Alerts by kind, and how soon they were acknowledged");

    public static LocalizedText AlertsNote { get; } = new("派出所的确认目前只有一键报警会传回网关。", "So far the station's acknowledgements reach the gateway for calls for help alone.");

    public static LocalizedText Weekday { get; } = new("星期", "Weekday");

    public static LocalizedText Day { get; } = new("日期", "Day");

    public static LocalizedText Gate { get; } = new("门", "Gate");

    public static LocalizedText AlertsColumn { get; } = new("告警数", "Alerts");

    public static LocalizedText Judged { get; } = new("已判定", "Judged");

    public static LocalizedText Wrong { get; } = new("误报", "Wrong");

    public static LocalizedText WrongShare { get; } = new("误报率（%）", "Wrong (%)");

    public static LocalizedText Granted { get; } = new("新授权", "Granted");

    public static LocalizedText Entered { get; } = new("放行次数", "Let in");

    public static LocalizedText Share { get; } = new("可用率（%）", "Available (%)");

    public static LocalizedText Drops { get; } = new("掉线次数", "Drops");

    public static LocalizedText ObservedHours { get; } = new("观测小时", "Hours observed");

    public static LocalizedText Energy { get; } = new("电量（kWh）", "Energy (kWh)");

    public static LocalizedText Acknowledged { get; } = new("已确认", "Acknowledged");

    public static LocalizedText Median { get; } = new("确认用时中位数（秒）", "Median seconds to acknowledge");

    /// <summary>What was shown to the gate.</summary>
    public static LocalizedText Method(string method) => method switch
    {
        "face" => new("人脸", "Face"),
        "qr" => new("二维码", "QR code"),
        "card" => new("门卡", "Card"),
        "pin" => new("密码", "PIN"),
        "" => EventTexts.Unknown,
        _ => new(method, method),
    };

    /// <summary>A weekday.</summary>
    public static LocalizedText Of(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => new("周一", "Mon"),
        DayOfWeek.Tuesday => new("周二", "Tue"),
        DayOfWeek.Wednesday => new("周三", "Wed"),
        DayOfWeek.Thursday => new("周四", "Thu"),
        DayOfWeek.Friday => new("周五", "Fri"),
        DayOfWeek.Saturday => new("周六", "Sat"),
        _ => new("周日", "Sun"),
    };
}
