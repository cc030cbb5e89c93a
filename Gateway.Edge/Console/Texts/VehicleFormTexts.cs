using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What stands at the fields of a vehicle.</summary>
internal static class VehicleFormTexts
{
    public static LocalizedText Standing { get; } = new("身份", "Standing");

    public static LocalizedText Owner { get; } = new("车主或访客姓名", "Owner's or visitor's name");

    public static LocalizedText Unit { get; } = new("房号", "Unit");

    public static LocalizedText UnitHint { get; } = new("例如 3-1202", "Such as 3-1202");

    public static LocalizedText Phone { get; } = new("手机", "Phone");

    public static LocalizedText PhoneHint { get; } = new("只用于挪车通知，屏幕上遮挡显示", "For move-car notices alone; masked on screens");

    public static LocalizedText Host { get; } = new("被访房号或工单", "Unit visited, or work order");

    public static LocalizedText HostHint { get; } = new("例如 3-1202", "Such as 3-1202");

    public static LocalizedText Window { get; } = new("有效期", "How long");

    public static LocalizedText TwoHours { get; } = new("2 小时", "2 hours");

    public static LocalizedText Today { get; } = new("今天", "Today");

    public static LocalizedText ThreeDays { get; } = new("3 天", "3 days");

    public static LocalizedText Month { get; } = new("30 天", "30 days");

    public static LocalizedText Chosen { get; } = new("自选", "Choose");

    public static LocalizedText From { get; } = new("从", "From");

    public static LocalizedText Until { get; } = new("到", "Until");

    public static LocalizedText Entries { get; } = new("可进场次数", "Entries");

    public static LocalizedText EntriesHint { get; } = new("留空表示不限次数", "Empty for any number");

    public static LocalizedText Hours { get; } = new("每周时段", "Hours of the week");

    public static LocalizedText HoursHint { get; } = new("例如 Mon-Fri 08:00-18:00；留空表示全天", "Such as Mon-Fri 08:00-18:00; empty for all hours");

    public static LocalizedText PaidMinutes { get; } = new("每次已付停车分钟", "Minutes paid for each stay");

    public static LocalizedText PaidMinutesHint { get; } = new("另加小区免费时长；留空表示没有", "On top of the free ones; empty for none");

    public static LocalizedText Note { get; } = new("备注", "Note");

    public static LocalizedText DenyReason { get; } = new("禁入原因", "Why it may not enter");

    public static LocalizedText DenyReasonHint { get; } = new("不写姓名和电话；保安放行前会看到", "No names or numbers; guards see it before they let anybody in");

    public static LocalizedText Optional { get; } = new("（可不填）", " (optional)");

    public static LocalizedText More { get; } = new("更多：时段、停车时长、备注", "More: hours, parking time, note");

    public static LocalizedText Save { get; } = new("保存", "Save");

    public static LocalizedText Cancel { get; } = new("取消", "Cancel");

    public static LocalizedText Remove { get; } = new("移除车辆", "Remove the vehicle");

    public static LocalizedText RemoveHint { get; } = new(
        "车牌、姓名和电话会被删除，不能撤销；道闸不再为它抬杆。", "Plate, name and number are erased and cannot be brought back; barriers no longer open for it.");

    public static LocalizedText RemoveConfirm { get; } = new("确认移除 {0}", "Remove {0}");

    public static LocalizedText ShowPhone { get; } = new("查看完整号码", "Show the whole number");

    public static LocalizedText ShowPhoneHint { get; } = new("查看会被记录", "Looking is put on record");

    public static LocalizedText About { get; } = new("登记信息", "About this entry");

    public static LocalizedText EnteredBy { get; } = new("最近更改", "Last changed by");

    public static LocalizedText EntriesUsed { get; } = new("已进场", "Entries so far");

    public static LocalizedText LastStays { get; } = new("最近停车", "Last stays");

    public static LocalizedText OpenTaken { get; } = new("打开已登记的这辆车", "Open the vehicle that is registered");

    public static LocalizedText Gone { get; } = new("这辆车刚刚被别人移除，没有保存。", "Somebody has just removed this vehicle; nothing was saved.");

    public static LocalizedText ChooseStanding { get; } = new("请选择身份。", "Choose a standing.");

    public static LocalizedText NoTime { get; } = new("请填写日期和时间。", "Enter a date and a time.");

    public static LocalizedText NoNumber { get; } = new("请填写整数。", "Enter a whole number.");
}
