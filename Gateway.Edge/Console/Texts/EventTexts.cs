using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;
using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Vehicles;
using Gateway.Edge.Console.History;
using Gateway.Edge.Digest.Reading;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the history of all kinds says.</summary>
internal static class EventTexts
{
    private static readonly Dictionary<string, (LocalizedText Name, string Icon)> s_kinds = new(StringComparer.Ordinal)
    {
        [EventKind.Passage] = (new("人员通行", "Passages"), "door"),
        [EventKind.Stranger] = (new("陌生人", "Strangers"), "stranger"),
        [EventKind.FallingObject] = (new("高空抛物", "Falling objects"), "fall"),
        [EventKind.Vehicle] = (new("车辆道闸", "Vehicles"), "car"),
        [EventKind.Sos] = (new("一键报警", "Calls for help"), "lamp"),
        [EventKind.Charging] = (new("充电", "Charging"), "plug"),
        [EventKind.Fire] = (new("火情", "Fire"), "flame"),
        [EventKind.DeviceHealth] = (new("设备状态", "Devices"), "tool"),
        [EventKind.Grant] = (new("临时授权", "Temporary access"), "card"),
        [EventKind.PortraitLock] = (new("头像锁定", "Portrait locks"), "shield"),
        [EventKind.Audit] = (new("操作审计", "Audit"), "patrol"),
    };

    private static readonly Dictionary<(string Kind, string Code), LocalizedText> s_what = new()
    {
        [(EventKind.Passage, nameof(PassageOutcome.OpenedResident))] = StatusTexts.OpenedResident,
        [(EventKind.Passage, nameof(PassageOutcome.OpenedTemporaryWorker))] = StatusTexts.OpenedWorker,
        [(EventKind.Passage, nameof(PassageOutcome.OpenedInEmergency))] = StatusTexts.OpenedInEmergency,
        [(EventKind.Passage, nameof(PassageOutcome.Refused))] = StatusTexts.Refused,
        [(EventKind.Passage, nameof(PassageOutcome.Stranger))] = StatusTexts.StrangerRefused,
        [(EventKind.Stranger, "alert")] = new("陌生人告警", "Stranger alert"),
        [(EventKind.Stranger, "again")] = new("再次出现", "Seen again"),
        [(EventKind.FallingObject, nameof(FallingObjectPhase.Alert))] = new("抛物告警", "Something fell"),
        [(EventKind.FallingObject, nameof(FallingObjectPhase.Evidence))] = new("证据已保存", "Evidence kept"),
        [(EventKind.Vehicle, VehicleData.Decided)] = new("已判定", "Decided"),
        [(EventKind.Vehicle, VehicleData.Passed)] = new("已通过", "Passed"),
        [(EventKind.Vehicle, VehicleData.Waits)] = new("久候", "Waits for long"),
        [(EventKind.Sos, nameof(SosPhase.Pressed))] = new("按下求助", "Button pressed"),
        [(EventKind.Sos, nameof(SosPhase.LongPressed))] = new("长按求助", "Button held"),
        [(EventKind.Sos, nameof(SosPhase.Evidence))] = new("证据已保存", "Evidence kept"),
        [(EventKind.Sos, nameof(SosPhase.Acknowledged))] = new("民警已知悉", "Acknowledged"),
        [(EventKind.Sos, nameof(SosPhase.Reset))] = new("灯已复位", "Back to rest"),
        [(EventKind.Sos, nameof(SosPhase.Tamper))] = new("外壳或按钮异常", "Housing or button"),
        [(EventKind.Charging, "meter")] = new("电表读数", "Meter reading"),
        [(EventKind.Charging, "charging-begun")] = new("开始充电", "Charging began"),
        [(EventKind.Charging, "charging-rests")] = new("停止充电", "Charging stopped"),
        [(EventKind.Charging, "cut-off-verified")] = new("已断电", "Cut off"),
        [(EventKind.Charging, "cut-off-failed")] = new("断电失败", "Cut-off failed"),
        [(EventKind.Charging, "contactor-opened")] = new("总接触器断开", "Contactor opened"),
        [(EventKind.Charging, "contactor-closed")] = new("总接触器合上", "Contactor closed"),
        [(EventKind.Charging, "contactor-verified")] = new("已确认断电", "No power, verified"),
        [(EventKind.Charging, "contactor-failed")] = new("总接触器未断开", "Contactor failed"),
        [(EventKind.Charging, "meter-implausible")] = new("电表异常", "Implausible meter"),
        [(EventKind.Fire, "smoke")] = new("烟雾", "Smoke"),
        [(EventKind.Fire, "over-temperature")] = new("过热", "Too hot"),
        [(EventKind.Grant, GrantData.Created)] = new("新授权", "Granted"),
        [(EventKind.Grant, GrantData.Renewed)] = new("延期", "Renewed"),
        [(EventKind.Grant, GrantData.Shortened)] = new("缩短", "Shortened"),
        [(EventKind.Grant, GrantData.Revoked)] = new("撤销", "Revoked"),
        [(EventKind.Grant, GrantData.Ended)] = new("到期", "Ended"),
        [(EventKind.Grant, GrantData.FaceErased)] = new("人脸已删除", "Face erased"),
        [(EventKind.Grant, GrantData.WrongGate)] = new("走错门", "Wrong gate"),
        [(EventKind.Grant, GrantData.WrongHour)] = new("时间不对", "Wrong hour"),
        [(EventKind.Grant, GrantData.AfterEnd)] = new("到期后来访", "After the end"),
        [(EventKind.Grant, GrantData.TooManyEntries)] = new("次数用完", "Too many entries"),
        [(EventKind.Grant, GrantData.Overstay)] = new("逾时未离", "Overstays"),
        [(EventKind.Grant, GrantData.TwoOnOnePass)] = new("一证两人", "Two on one pass"),
    };

    private static readonly Dictionary<string, LocalizedText> s_states = new(StringComparer.Ordinal)
    {
        ["Connecting"] = new("连接中", "Connecting"),
        ["Online"] = new("在线", "Online"),
        ["Degraded"] = new("降级", "Degraded"),
        ["Offline"] = new("离线", "Offline"),
        ["Faulty"] = new("故障", "Faulty"),
    };

    public static LocalizedText Title { get; } = new("历史", "History");

    public static LocalizedText Lead { get; } = new("小区里记录下来的一切，最新的在前。", "Everything on record, the newest first.");

    public static LocalizedText GuardLead { get; } = new("从您担任保安之日起的记录。", "Everything on record since you became a guard.");

    public static LocalizedText KindLabel { get; } = new("类别", "Kind");

    public static LocalizedText AnyKind { get; } = new("全部类别", "All kinds");

    public static LocalizedText Device { get; } = new("设备", "Device");

    public static LocalizedText AnyDevice { get; } = new("全部设备", "All devices");

    public static LocalizedText TagLabel { get; } = new("工种", "Work");

    public static LocalizedText AnyTag { get; } = new("全部工种", "All kinds of work");

    public static LocalizedText Who { get; } = new("人员", "Person");

    public static LocalizedText Name { get; } = new("姓名", "Name");

    public static LocalizedText NameHint { get; } = new("查询一个人的行踪会留下审计记录。", "Looking for where one person went is put on record.");

    public static LocalizedText Several { get; } = new("有几位符合，请选一位：", "Several fit; choose one:");

    public static LocalizedText NobodyFits { get; } = new("没有这样的人。", "Nobody fits.");

    public static LocalizedText OnePerson { get; } = new("只显示与 {0} 有关的记录", "Only what concerns {0}");

    public static LocalizedText SomebodyErased { get; } = new("已不在册的人员", "somebody who is no longer registered");

    public static LocalizedText Everybody { get; } = new("显示所有人", "Show everybody");

    public static LocalizedText More { get; } = new("更多条件：时间、结果、工种", "More: time, outcome, work");

    public static LocalizedText NothingHint { get; } = new("请放宽时间或清除条件。", "Widen the time or clear the conditions.");

    public static LocalizedText Counting { get; } = new("正在整理记录（{0} %），较早的查询会慢一些。", "Records are being indexed ({0} %); searching far back takes longer until then.");

    public static LocalizedText Gateway { get; } = new("网关", "Gateway");

    public static LocalizedText Unknown { get; } = new("其他", "Other");

    public static LocalizedText Exported { get; } = new("导出历史记录", "The history was exported");

    /// <summary>The record of a look at one person's history, under the opaque id that the person has here.</summary>
    public static LocalizedText LookedAt(Guid person) => new($"查询了一个人的历史记录：{person}", $"Looked up one person's history: {person}");

    /// <summary>The same for a file.</summary>
    public static LocalizedText ExportedOf(Guid person) => new($"导出了一个人的历史记录：{person}", $"One person's history was exported: {person}");

    public static LocalizedText CutShort { get; } = new("文件不完整，日志读不出来：{0}", "This file is not whole; the journal cannot be read: {0}");

    public static LocalizedText MoreFollow { get; } = new("仅含最新的 {0} 条，其余请缩小时间范围后再导出。", "Only the newest {0} lines; narrow the time to export the rest.");

    public static LocalizedText Exporting { get; } = new("正在导出", "Exporting");

    public static LocalizedText Cancel { get; } = new("取消", "Cancel");

    public static LocalizedText Cancelled { get; } = new("已取消，没有保存文件。", "Cancelled; no file was saved.");

    public static LocalizedText ExportFailed { get; } = new("导出中断，请重试。", "The export broke off; try again.");

    /// <summary>A kind in words.</summary>
    public static LocalizedText Kind(string kind) => s_kinds.TryGetValue(kind, out var known) ? known.Name : Unknown;

    /// <summary>A kind's icon.</summary>
    public static string Icon(string kind) => s_kinds.TryGetValue(kind, out var known) ? known.Icon : "unknown";

    /// <summary>What happened, in a word; the code itself where there is none.</summary>
    public static LocalizedText What(EventSort sort) => sort.Kind switch
    {
        EventKind.DeviceHealth when s_states.TryGetValue(sort.Method, out var state) => state,
        EventKind.Vehicle when HistoryLines.Ends.TryGetValue(sort.Code, out var end) => end,
        EventKind.Vehicle when sort.Code == VehicleData.Decided && Enum.TryParse<VehicleOutcome>(sort.Method, out var outcome) && Enum.IsDefined(outcome) => HistoryTexts.OutcomeOf(outcome),
        _ when s_what.TryGetValue((sort.Kind, sort.Code), out var words) => words,
        _ => sort.Code.Length > 0 ? new LocalizedText(sort.Code, sort.Code) : Kind(sort.Kind),
    };

    /// <summary>What the filter calls a sort's outcome: the finer of its two words.</summary>
    public static string OutcomeOf(EventSort sort) => sort.Kind == EventKind.DeviceHealth || (sort.Kind == EventKind.Vehicle && sort.Code == VehicleData.Decided && sort.Method.Length > 0) ? sort.Method : sort.Code;

    /// <summary>A tag in words.</summary>
    public static LocalizedText Tag(string code) => WorkerTag.Parse(code)?.Words ?? new LocalizedText(code, code);
}
