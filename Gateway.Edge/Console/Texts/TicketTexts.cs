using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Patrols;
using Gateway.Edge.Patrols.Tickets;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the pages of patrols and repair tickets say.</summary>
internal static class TicketTexts
{
    public static LocalizedText Title { get; } = new("巡检与维修", "Patrols and repairs");

    public static LocalizedText ToPatrols { get; } = new("巡检与维修单", "Patrols and tickets");

    public static LocalizedText Tickets { get; } = new("维修单", "Repair tickets");

    public static LocalizedText Patrols { get; } = new("最近的巡检", "Last patrols");

    public static LocalizedText NoPatrols { get; } = new("还没有巡检记录", "No patrol yet");

    public static LocalizedText Cancel { get; } = new("取消巡检", "Cancel the patrol");

    public static LocalizedText Progress { get; } = new("已检查 {0} / {1}", "{0} of {1} looked over");

    public static LocalizedText Cancelled { get; } = new("上一次巡检已取消：没有留下结果，维修单没有变化。", "The last patrol was cancelled: it left no result and changed no ticket.");

    public static LocalizedText Sound { get; } = new("全部正常", "all well");

    public static LocalizedText Found { get; } = new("{0} 处问题，{1} 处需维修", "{0} findings, {1} to repair");

    public static LocalizedText Took { get; } = new("{0} 台设备，{1} 条总线，用时 {2} 秒", "{0} devices, {1} buses, {2} s");

    public static LocalizedText ReportTitle { get; } = new("巡检结果", "Patrol");

    public static LocalizedText Nothing { get; } = new("没有符合条件的维修单", "No ticket of this kind");

    public static LocalizedText NothingHint { get; } = new("巡检或设备状态发现故障时，维修单会自动出现在这里。", "When a patrol or a device's state shows a fault, its ticket appears here by itself.");

    public static LocalizedText AllWell { get; } = new("没有待修的设备", "Nothing needs repair");

    public static LocalizedText PartWork { get; } = new("待处理", "To do");

    public static LocalizedText PartMine { get; } = new("我的", "Mine");

    public static LocalizedText PartDone { get; } = new("待确认", "To be confirmed");

    public static LocalizedText PartClosed { get; } = new("已恢复", "Mended");

    public static LocalizedText PartExcused { get; } = new("非故障", "No fault");

    public static LocalizedText Kind { get; } = new("设备类型", "Kind");

    public static LocalizedText AnyKind { get; } = new("全部类型", "All kinds");

    public static LocalizedText Search { get; } = new("设备、故障或编号", "Device, fault or number");

    public static LocalizedText Find { get; } = new("查找", "Find");

    public static LocalizedText Export { get; } = new("导出维修单", "Export tickets");

    public static LocalizedText ExportPatrols { get; } = new("导出巡检结果", "Export patrols");

    public static LocalizedText Open { get; } = new("待处理", "Open");

    public static LocalizedText Taken { get; } = new("处理中", "Being seen to");

    public static LocalizedText Done { get; } = new("报告已修好，等待确认", "Reported mended, to be confirmed");

    public static LocalizedText Closed { get; } = new("已恢复", "Mended");

    public static LocalizedText NotAFault { get; } = new("不是故障", "No fault");

    public static LocalizedText EventOpened { get; } = new("发现故障", "Found");

    public static LocalizedText EventReopened { get; } = new("重新打开", "Opened again");

    public static LocalizedText EventClosed { get; } = new("自动关闭", "Closed by itself");

    public static LocalizedText EventTaken { get; } = new("接手", "Taken");

    public static LocalizedText EventDone { get; } = new("报告已修好", "Reported mended");

    public static LocalizedText EventNotAFault { get; } = new("判定不是故障", "Called no fault");

    public static LocalizedText EventNote { get; } = new("备注", "Note");

    public static LocalizedText ByGateway { get; } = new("网关", "the gateway");

    public static LocalizedText Since { get; } = new("首次发现 {0}", "first seen {0}");

    public static LocalizedText SeenTimes { get; } = new("发现 {0} 次", "seen {0} times");

    public static LocalizedText SeenOnce { get; } = new("发现 1 次", "seen once");

    public static LocalizedText With { get; } = new("{0} 处理", "with {0}");

    public static LocalizedText ToDevice { get; } = new("查看设备", "Show the device");

    public static LocalizedText History { get; } = new("经过", "What happened");

    public static LocalizedText Acts { get; } = new("处理", "What to do");

    public static LocalizedText Take { get; } = new("我来处理", "I see to it");

    public static LocalizedText TakeOver { get; } = new("转由我处理", "Take it over");

    public static LocalizedText NoteLabel { get; } = new("备注（例如谁什么时候上门；不要写住户信息）", "Note, such as who comes when; nothing about residents");

    public static LocalizedText AddNote { get; } = new("添加备注", "Add the note");

    public static LocalizedText DoneLabel { get; } = new("修了什么", "What was mended");

    public static LocalizedText ReportDone { get; } = new("报告已修好", "Report it mended");

    public static LocalizedText DoneHint { get; } = new(
        "网关会自己核实：设备恢复或下一次巡检没有再发现，维修单就关闭；仍然存在则重新打开。",
        "The gateway sees for itself: the ticket closes when the device works again or the next patrol does not find the fault, and opens again where it is still there.");

    public static LocalizedText FaultLabel { get; } = new("为什么不是故障", "Why it is no fault");

    public static LocalizedText CallNoFault { get; } = new("不是故障", "It is no fault");

    public static LocalizedText NoFaultHint { get; } = new(
        "维修单关闭，30 天内即使再次发现也不再打开；之后会再提醒。", "The ticket closes and stays closed for 30 days however often this is found; then it comes back.");

    public static LocalizedText ReopenLabel { get; } = new("为什么重新打开", "Why it is opened again");

    public static LocalizedText Reopen { get; } = new("重新打开", "Open it again");

    public static LocalizedText ExcusedUntil { get; } = new("不再提醒至 {0}", "Quiet until {0}");

    public static LocalizedText ClosesItself { get; } = new("设备恢复正常后自动关闭。", "It closes by itself as soon as the device works.");

    public static LocalizedText ClosesByPatrol { get; } = new("连续两次巡检没有再发现时自动关闭。", "It closes by itself when two patrols in a row do not find it.");

    public static LocalizedText SoundOnce { get; } = new("最近一次巡检没有发现；再有一次就自动关闭。", "The last patrol did not find it; one more, and it closes by itself.");

    public static LocalizedText NoNote { get; } = new("请填写 1 至 500 个字。", "Write 1 to 500 characters.");

    public static LocalizedText NoReason { get; } = new("请填写理由，1 至 500 个字。", "Give the reason in 1 to 500 characters.");

    public static LocalizedText NotNow { get; } = new("没有执行：维修单的状态已改变。请看最新状态。", "Nothing was done: the ticket stands otherwise by now. See how it stands.");

    public static LocalizedText Number { get; } = new("编号", "Number");

    public static LocalizedText Device { get; } = new("设备", "Device");

    public static LocalizedText DeviceId { get; } = new("设备标识", "Device id");

    public static LocalizedText Code { get; } = new("代码", "Code");

    public static LocalizedText Fault { get; } = new("故障", "Fault");

    public static LocalizedText Finding { get; } = new("发现", "Finding");

    public static LocalizedText Value { get; } = new("测量值", "Value");

    public static LocalizedText StateOf { get; } = new("状态", "State");

    public static LocalizedText FirstSeen { get; } = new("首次发现", "First seen");

    public static LocalizedText LastSeen { get; } = new("最近发现", "Last seen");

    public static LocalizedText Seen { get; } = new("次数", "Times seen");

    public static LocalizedText TakenBy { get; } = new("处理人", "With");

    public static LocalizedText ClosedAt { get; } = new("关闭时间", "Closed");

    public static LocalizedText LastNote { get; } = new("最近备注", "Last note");

    public static LocalizedText PatrolAt { get; } = new("巡检时间", "Patrol");

    public static LocalizedText NeedsRepair { get; } = new("需要维修", "To repair");

    public static LocalizedText NothingFound { get; } = new("全部正常", "All well");

    public static LocalizedText Yes { get; } = new("是", "yes");

    public static LocalizedText No { get; } = new("否", "no");

    public static LocalizedText TicketsExported { get; } = new("导出维修单", "Repair tickets exported");

    public static LocalizedText PatrolsExported { get; } = new("导出巡检结果", "Patrols exported");

    /// <summary>Name of a part of the list.</summary>
    public static LocalizedText Part(string part) => part switch
    {
        TicketFilter.Mine => PartMine,
        TicketFilter.Done => PartDone,
        TicketFilter.Closed => PartClosed,
        TicketFilter.Excused => PartExcused,
        _ => PartWork,
    };

    /// <summary>What goes on record of an act.</summary>
    public static LocalizedText Audit(TicketAct act, RepairTicket ticket, string text)
    {
        var (zh, en) = act switch
        {
            TicketAct.Take => (EventTaken.Zh, EventTaken.En),
            TicketAct.Done => (EventDone.Zh, EventDone.En),
            TicketAct.NotAFault => (EventNotAFault.Zh, EventNotAFault.En),
            TicketAct.Reopen => (EventReopened.Zh, EventReopened.En),
            _ => (EventNote.Zh, EventNote.En),
        };
        var tail = text.Length == 0 ? ("", "") : ($"：{text}", $": {text}");
        return new LocalizedText($"维修单 #{ticket.Id}：{zh}{tail.Item1}", $"Ticket #{ticket.Id}: {en}{tail.Item2}");
    }
}
