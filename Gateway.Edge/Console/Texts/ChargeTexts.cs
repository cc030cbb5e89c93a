using Gateway.Cloud.Contract;
using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the pages on the phone of whoever charges say.</summary>
internal static class ChargeTexts
{
    public static LocalizedText Title { get; } = new("电瓶车充电", "E-bike charging");

    public static LocalizedText Outlet { get; } = new("{0} · 插座 {1}", "{0} · outlet {1}");

    public static LocalizedText Free { get; } = new("可以使用", "Free to use");

    public static LocalizedText FreeHint { get; } = new("先插好充电器，再点下面的按钮。", "Plug the charger in first, then press the button below.");

    public static LocalizedText Start { get; } = new("开始充电", "Start charging");

    public static LocalizedText NotNow { get; } = new("现在不能使用", "Not to be used now");

    public static LocalizedText InUseHint { get; } = new("等它结束，或换一个插座。充电的人可以在自己的手机上查看。", "Wait until it is done, or use another outlet. Whoever charges can follow it on their own phone.");

    public static LocalizedText OtherOutlet { get; } = new("请换一个插座；如有疑问请联系物业。", "Use another outlet; ask the property if in doubt.");

    public static LocalizedText Yours { get; } = new("查看我的充电", "Show my charge");

    public static LocalizedText Rules { get; } = new("使用须知", "Good to know");

    public static LocalizedText RuleFull { get; } = new("充满后自动断电，最长 {0} 小时。", "Switches itself off when the battery is full, after {0} hours at the latest.");

    public static LocalizedText RulePower { get; } = new("只能给电瓶车充电，最大 {0} 瓦。", "For e-bikes only, at most {0} W.");

    public static LocalizedText RuleSafety { get; } = new("出现烟雾、过热或过载时立即断电。", "Smoke, heat and overload switch it off at once.");

    public static LocalizedText RuleNight { get; } = new("夜间 {0} 至 {1} 不能开始充电。", "Charging cannot be started from {0} to {1}.");

    public static LocalizedText RuleNoNight { get; } = new("夜间 {0} 至 {1} 停止充电。", "No charging from {0} to {1}.");

    public static LocalizedText Privacy { get; } = new(
        "不登记姓名和电话。充电记录保存 {0} 天，不含个人信息。", "No name or number is asked for. The record of the charge is kept for {0} days and tells nothing of you.");

    public static LocalizedText Unknown { get; } = new("这个二维码无效", "This code leads nowhere");

    public static LocalizedText UnknownHint { get; } = new("标签可能已更换。请扫插座上现在的二维码，或联系物业。", "The label may have been replaced. Scan the one on the outlet, or ask the property.");

    public static LocalizedText TooMany { get; } = new("尝试次数过多，请一分钟后再试", "Too many tries: wait a minute");

    public static LocalizedText Gone { get; } = new("没有这次充电的记录", "There is no record of this charge");

    public static LocalizedText GoneHint { get; } = new("记录可能已过保存期限。", "It may have been kept long enough.");

    public static LocalizedText Away { get; } = new("暂时无法读取，请稍后再试。插座的安全保护照常工作。", "This cannot be read just now: try again later. The outlets are protected as always.");

    public static LocalizedText Power { get; } = new("功率", "Power");

    public static LocalizedText Energy { get; } = new("电量", "Energy");

    public static LocalizedText Time { get; } = new("时长", "Time");

    public static LocalizedText Begun { get; } = new("开始", "Begun");

    public static LocalizedText Ended { get; } = new("结束", "Ended");

    public static LocalizedText Watts { get; } = new("{0} 瓦", "{0} W");

    public static LocalizedText KilowattHours { get; } = new("{0} 度", "{0} kWh");

    public static LocalizedText Minutes { get; } = new("{0} 分钟", "{0} min");

    public static LocalizedText HoursMinutes { get; } = new("{0} 小时 {1} 分钟", "{0} h {1} min");

    public static LocalizedText Silent { get; } = new("电表没有应答", "The meter is silent");

    public static LocalizedText Stop { get; } = new("结束充电", "Stop charging");

    public static LocalizedText Ending { get; } = new("正在断电：{0}", "Being switched off: {0}");

    public static LocalizedText EndedWith { get; } = new("充电已结束：{0}", "Charging has ended: {0}");

    public static LocalizedText EndsAt { get; } = new("充满后自动断电，最晚 {0}。", "Switches itself off when full, at {0} at the latest.");

    public static LocalizedText Keep { get; } = new("可以关闭此页，充电照常继续。再次扫码可以回到这里。", "You may close this page; charging goes on. Scan the code again to come back.");

    public static LocalizedText Curve { get; } = new("功率曲线", "Power curve");

    public static LocalizedText CurveOf { get; } = new("功率曲线：{0} 内最高 {1} 瓦，最后 {2} 瓦", "Power curve: in {0} at most {1} W, {2} W at the end");

    public static LocalizedText NoCurve { get; } = new("通电后这里显示功率曲线。", "The power curve shows here once power flows.");

    public static LocalizedText Detail { get; } = new("{0}（{1}）", "{0} ({1})");

    /// <summary>How far a session has come.</summary>
    public static LocalizedText Of(ChargePhase phase) => phase switch
    {
        ChargePhase.Waiting => new("等待接入充电器", "Waiting for a charger"),
        ChargePhase.Charging => new("正在充电", "Charging"),
        ChargePhase.Tapering => new("即将充满", "Nearly full"),
        _ => new("没有电流：请检查插头", "No current: check the plug"),
    };
}
