using Gateway.Cloud.Contract;
using Gateway.Drivers.ChargingPoints;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the console's pages of charging say.</summary>
internal static class ChargingTexts
{
    public static LocalizedText Title { get; } = new("充电", "Charging");

    public static LocalizedText None { get; } = new("没有充电棚", "No charging sheds");

    public static LocalizedText NoneHint { get; } = new("请在硬件文件中描述充电棚和插座。", "Describe the sheds and their outlets in the hardware file.");

    public static LocalizedText Labels { get; } = new("打印二维码", "Print QR labels");

    public static LocalizedText LabelsOf { get; } = new("{0} 的二维码标签", "QR labels of {0}");

    public static LocalizedText LabelsLead { get; } = new(
        "打印后贴在各插座旁。居民扫码开始充电。若二维码被人拍照传播，请更换：旧标签立即失效，正在进行的充电不受影响。",
        "Print them and stick each beside its outlet; residents scan it to charge. Replace a code that has been passed around: the old label leads nowhere at once, and what charges goes on.");

    public static LocalizedText LabelTitle { get; } = new("扫码充电", "Scan to charge");

    public static LocalizedText LabelOutlet { get; } = new("插座 {0}", "Outlet {0}");

    public static LocalizedText Plain { get; } = new(
        "标签里的地址不是 https，居民手机可能会警告。请设置 Charging:PublicAddress。", "The address on the labels is not https; phones may warn. Set Charging:PublicAddress.");

    public static LocalizedText Renew { get; } = new("更换二维码", "Replace the code");

    public static LocalizedText RenewOf { get; } = new("更换二维码：插座 {0}", "Replace the code: outlet {0}");

    public static LocalizedText Renewed { get; } = new("插座 {0} 的二维码已更换，请重新打印。", "The code of outlet {0} was replaced: print its label anew.");

    public static LocalizedText NotWritten { get; } = new("无法写入磁盘，什么也没有改变：请检查磁盘是否已满。", "Nothing was changed, because it could not be written to the disk: look whether it is full.");

    public static LocalizedText Unreadable { get; } = new("充电记录暂时读不出来：{0}。插座照常受保护。", "The records of charging cannot be read at the moment: {0}. The outlets are protected all the same.");

    public static LocalizedText History { get; } = new("充电记录", "Past charges");

    public static LocalizedText AllHistory { get; } = new("全部记录", "All records");

    public static LocalizedText NoHistory { get; } = new("还没有充电记录", "Nobody has charged yet");

    public static LocalizedText NoHistoryHint { get; } = new("结束的充电会列在这里，带有结束原因和电量。", "Each charge that has ended is listed here with its reason and energy.");

    public static LocalizedText NothingFound { get; } = new("没有找到记录", "No records found");

    public static LocalizedText NothingFoundHint { get; } = new("试试更少的条件。", "Try fewer conditions.");

    public static LocalizedText Findings { get; } = new("电池提示", "Batteries to look at");

    public static LocalizedText NoFindings { get; } = new("没有发现异常的电池", "No battery stands out");

    public static LocalizedText NoFindingsHint { get; } = new("网关学习每个插座的充电曲线；不再正常收尾的电池会列在这里。", "The gateway learns each outlet's curves; a battery that no longer tapers is listed here.");

    public static LocalizedText Energy { get; } = new("用电", "Energy");

    public static LocalizedText Today { get; } = new("过去 24 小时", "Last 24 hours");

    public static LocalizedText Week { get; } = new("过去 7 天", "Last 7 days");

    public static LocalizedText Month { get; } = new("过去 30 天", "Last 30 days");

    public static LocalizedText Sum { get; } = new("{0} 度 · {1} 次", "{0} kWh · {1} charges");

    public static LocalizedText WithoutSession { get; } = new("手动通电，没有充电会话", "Switched on by hand, no session");

    public static LocalizedText Show { get; } = new("查看", "Show");

    public static LocalizedText ShowOf { get; } = new("查看插座 {0} 的充电", "Show the charge at outlet {0}");

    public static LocalizedText Session { get; } = new("{0} · 插座 {1} 的充电", "Charge at {0} · outlet {1}");

    public static LocalizedText Back { get; } = new("充电", "Charging");

    public static LocalizedText End { get; } = new("结束这次充电", "End this charge");

    public static LocalizedText EndSure { get; } = new("确认结束", "Confirm: end it");

    public static LocalizedText EndAsked { get; } = new("已下令断电；电表确认后记录结束。", "The outlet is told to be off; the end is recorded once its meter shows it.");

    public static LocalizedText EndedMeanwhile { get; } = new("这次充电已经结束。", "This charge has ended meanwhile.");

    public static LocalizedText WhyHint { get; } = new("充电的人会在手机上看到；不写姓名和电话", "Whoever charges reads it on the phone; no names or numbers");

    public static LocalizedText Plateau { get; } = new("最高功率", "Highest power");

    public static LocalizedText Proof { get; } = new("断电确认", "Cut-off");

    public static LocalizedText Proven { get; } = new("电表确认无电", "Shown by the meter");

    public static LocalizedText NotProven { get; } = new("未经电表确认", "Not shown by the meter");

    public static LocalizedText Settle { get; } = new("标记为已处理", "Mark as settled");

    public static LocalizedText SettleNote { get; } = new("处理情况", "What was done");

    public static LocalizedText SettleHint { get; } = new("会记入审计；不写姓名和电话", "Goes on record; no names or numbers");

    public static LocalizedText NoteMissing { get; } = new("请填写处理情况，一行，最多 200 字。", "Write what was done, one line of up to 200 characters.");

    public static LocalizedText Settled { get; } = new("已标记为处理。", "Marked as settled.");

    public static LocalizedText Shed { get; } = new("充电棚", "Shed");

    public static LocalizedText Any { get; } = new("全部", "Any");

    public static LocalizedText Reason { get; } = new("结束原因", "Ended by");

    public static LocalizedText Find { get; } = new("查找", "Find");

    public static LocalizedText NotFound { get; } = new("没有这次充电的记录", "There is no such charge");

    public static IReadOnlyList<LocalizedText> EndReasons { get; } =
    [
        new("插座需要检修", "The outlet has to be repaired"),
        new("充电器或电池异常", "Charger or battery do not look right"),
        new("违规使用", "Not what the outlet is for"),
    ];

    /// <summary>A state in a word or two.</summary>
    public static LocalizedText Of(OutletState state) => state switch
    {
        OutletState.Off => new("空闲", "Free"),
        OutletState.Idle => new("已通电", "Switched on"),
        OutletState.Charging => new("充电中", "Charging"),
        OutletState.CuttingOff => new("正在断电", "Being cut off"),
        OutletState.Stuck => new("断电失败", "Cut-off failed"),
        _ => new("未知", "Unknown"),
    };
}
