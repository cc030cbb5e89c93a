using Gateway.Cloud.Contract;
using Gateway.Edge.Alerts.Strangers.Feedback;
using Gateway.Edge.Alerts.Strangers.Visits;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page of strangers says.</summary>
internal static class StrangerTexts
{
    public static LocalizedText Title { get; } = new("陌生人", "Strangers");

    public static LocalizedText Looking { get; } = new("查看陌生人的照片", "Looks at pictures of strangers");

    public static LocalizedText Nothing { get; } = new("没有找到陌生人记录", "No strangers found");

    public static LocalizedText NothingHint { get; } = new("未登记人员出现在人脸门禁前时，会显示在这里。", "Whoever is not registered appears here after standing before a face gate.");

    public static LocalizedText NothingFilteredHint { get; } = new("试试其他门或其他日期。", "Try another gate or another day.");

    public static LocalizedText Paused { get; } = new(
        "暂停：部分住户的人脸数据缺失，未识别的人可能是住户，因此暂不报陌生人。请修复住户登记。",
        "Paused: faces of some residents are missing, so an unknown face may be a resident's and no stranger is told of. Repair the registry of residents.");

    public static LocalizedText NotRemembered { get; } = new("再次出现的识别已关闭（Strangers:RememberFor 为 0）。", "Returning strangers are not told of: Strangers:RememberFor is zero.");

    public static LocalizedText Unreadable { get; } = new("陌生人记录暂时读不出来：{0}", "The strangers cannot be read at the moment: {0}");

    public static LocalizedText Gate { get; } = new("门", "Gate");

    public static LocalizedText AnyGate { get; } = new("所有门", "All gates");

    public static LocalizedText Day { get; } = new("日期", "Day");

    public static LocalizedText Find { get; } = new("查找", "Find");

    public static LocalizedText ShowAll { get; } = new("全部显示", "Show all");

    public static LocalizedText Here { get; } = new("还在附近", "Still near");

    public static LocalizedText Lingered { get; } = new("徘徊", "Lingered");

    public static LocalizedText SeenTimes { get; } = new("出现 {0} 次", "seen {0} times");

    public static LocalizedText SeenOnce { get; } = new("出现 1 次", "seen once");

    public static LocalizedText Picture { get; } = new("陌生人照片", "Picture of the stranger");

    public static LocalizedText Blurred { get; } = new("模糊照片：您的角色不能查看清晰照片", "Blurred picture: your role may not see it clearly");

    public static LocalizedText NoPicture { get; } = new("没有照片", "No picture");

    public static LocalizedText Label { get; } = new("临时代号", "Passing label");

    public static LocalizedText LabelHint { get; } = new(
        "临时代号随机生成，不是姓名，只留在本机，最多 {0} 天后更换。",
        "Labels are drawn by chance, name nobody, never leave this box and change after {0} days at most.");

    public static LocalizedText Judge { get; } = new("这次告警是：", "This alert was:");

    public static LocalizedText Undo { get; } = new("撤销", "Undo");

    public static LocalizedText SaidBy { get; } = new("{0} 判定，{1}", "Said by {0}, {1}");

    public static LocalizedText Rates { get; } = new("近 30 天各门误报", "Wrong alerts by camera, last 30 days");

    public static LocalizedText NoRates { get; } = new("近 30 天没有告警。", "No alerts in the last 30 days.");

    public static LocalizedText Wrong { get; } = new("{0}/{1} 次判定为误报或住户未识别", "{0} of {1} judged were false alarms or residents not recognised");

    public static LocalizedText Parts { get; } = new("误报 {0}，住户未识别 {1}；共 {2} 次告警，{3} 次未判定", "false alarms: {0}, residents not recognised: {1}; alerts: {2}, not judged: {3}");

    public static LocalizedText NoneJudged { get; } = new("还没有判定", "none judged yet");

    public static LocalizedText TooFew { get; } = new("判定太少，还看不出比例", "too few judged for a rate");

    public static LocalizedText FixPhoto { get; } = new("更换该住户的登记照片", "Replace this resident's enrolment photo");

    public static LocalizedText FixDark { get; } = new("人脸偏暗（亮度 {0}/255）：给摄像机补光，或避免逆光。", "The face is dark (brightness {0} of 255): add light, or turn the camera away from the light behind people.");

    public static LocalizedText FixBright { get; } = new("人脸过亮（亮度 {0}/255）：遮挡直射光，或降低曝光。", "The face is too bright (brightness {0} of 255): shade direct light, or lower the exposure.");

    public static LocalizedText FixSmall { get; } = new("人脸偏小（约 {0} 像素高）：把摄像机移近，或用更长的镜头。", "The face is small (about {0} pixels high): move the camera closer, or use a longer lens.");

    public static LocalizedText FixFine { get; } = new("画面光线和大小正常，多半是登记照片过旧或不清晰。", "Light and size of the picture are fine: most likely the enrolment photo is old or unclear.");

    /// <summary>A verdict as its button says it.</summary>
    public static LocalizedText Of(StrangerVerdict verdict) => verdict switch
    {
        StrangerVerdict.NotRecognised => new("住户未识别", "Resident not recognised"),
        StrangerVerdict.Visitor => new("访客或送货", "Visitor or delivery"),
        _ => new("误报：不是人或是照片", "False alarm: no person, or a picture"),
    };

    /// <summary>How often somebody was here.</summary>
    public static LocalizedText Seen(Returns returns, TimeSpan within) => new(
        $"{Days(within).Zh}内在 {returns.Gates} 个门出现 {returns.Visits} 次",
        $"seen {returns.Visits} times in {Days(within).En} at {returns.Gates} {(returns.Gates == 1 ? "gate" : "gates")}");

    /// <summary>A stay in words.</summary>
    public static LocalizedText Stayed(TimeSpan time) => time < TimeSpan.FromMinutes(1)
        ? new($"停留 {(int)time.TotalSeconds} 秒", $"stayed {(int)time.TotalSeconds} s")
        : new($"停留 {(int)time.TotalMinutes} 分 {time.Seconds} 秒", $"stayed {(int)time.TotalMinutes} min {time.Seconds} s");

    private static LocalizedText Days(TimeSpan within) => within < TimeSpan.FromDays(2)
        ? new($"{(int)Math.Ceiling(within.TotalHours)} 小时", $"{(int)Math.Ceiling(within.TotalHours)} hours")
        : new($"{(int)Math.Ceiling(within.TotalDays)} 天", $"{(int)Math.Ceiling(within.TotalDays)} days");
}
