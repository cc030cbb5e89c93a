using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Passes;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the pages say on which staff look after passes and visitors.</summary>
internal static class PassDeskTexts
{
    public static LocalizedText Title { get; } = new("通行凭证", "Passes");

    public static LocalizedText Search { get; } = new("住户姓名或房号", "Resident's name or flat");

    public static LocalizedText SearchButton { get; } = new("查找", "Find");

    public static LocalizedText Nobody { get; } = new("没有找到住户", "No resident was found");

    public static LocalizedText NobodyHint { get; } = new("请换一个姓名或房号。", "Try another name or flat.");

    public static LocalizedText Speed { get; } = new("从识读到开门的时间", "From reading to the door's release");

    public static LocalizedText SpeedNote { get; } = new(
        "自网关启动以来，每种方式最近 1000 次通行：从第一帧可用的人脸画面，或读卡器送来的卡号、二维码、密码起，到开门继电器动作为止。不含掏手机、输密码和走近的时间；自行识别人脸的门禁一体机不计入。",
        "The latest 1000 passages of each method since the gateway was started: from the first usable picture of a face, or the card, code or PIN that the reader has sent, to the driven relay. Getting out a phone, typing and walking up are not in it, nor are terminals that decide on faces by themselves.");

    public static LocalizedText Method { get; } = new("方式", "Method");

    public static LocalizedText Count { get; } = new("次数", "Passages");

    public static LocalizedText Median { get; } = new("中位数", "Median");

    public static LocalizedText Slow { get; } = new("95% 不超过", "95% within");

    public static LocalizedText Milliseconds { get; } = new("{0} 毫秒", "{0} ms");

    public static LocalizedText NotYet { get; } = new("暂无", "none yet");

    public static LocalizedText Invitations { get; } = new("访客邀请", "Visitors' invitations");

    public static LocalizedText OfPerson { get; } = new("此人的凭证", "This person's passes");

    public static LocalizedText NoPasses { get; } = new("没有凭证", "No passes");

    public static LocalizedText NoPassesHint { get; } = new("可发放通行密码或手机通行码。", "Give a PIN, or a code for the phone.");

    public static LocalizedText GivePin { get; } = new("发放通行密码", "Give a PIN");

    public static LocalizedText GiveCode { get; } = new("发放手机通行码", "Give a code for the phone");

    public static LocalizedText Until { get; } = new("截止（可不填）", "Until (may be empty)");

    public static LocalizedText NewPin { get; } = new("通行密码（只显示这一次，请当面告知本人）：", "The PIN, shown this once; tell it to the person alone:");

    public static LocalizedText NewCode { get; } = new("通行码页面（只显示这一次，请只发给本人）：", "The page of the code, shown this once; send it to the person alone:");

    public static LocalizedText PinReplaces { get; } = new("发放新密码后，原密码立即失效。", "A new PIN takes the place of the one before at once.");

    public static LocalizedText TakeBack { get; } = new("停用", "Take back");

    public static LocalizedText TakenBack { get; } = new("已停用", "taken back");

    public static LocalizedText Ended { get; } = new("已到期", "ended");

    public static LocalizedText NoEnd { get; } = new("长期", "no end");

    public static LocalizedText Back { get; } = new("返回通行凭证", "Back to passes");

    public static LocalizedText BadTime { get; } = new("请填写日期和时间。", "Give a date and a time.");

    public static LocalizedText NotDone { get; } = new("没有完成：{0}", "Nothing was done: {0}");

    public static LocalizedText NotOnDisk { get; } = new("已停用，但尚未写入磁盘；请检查磁盘是否已满。", "It is taken back, but that is not on the disk yet; look whether the disk is full.");

    public static LocalizedText Kind(PassKind kind) => kind switch
    {
        PassKind.Card => new("门卡", "Card"),
        PassKind.Pin => new("密码", "PIN"),
        _ => new("手机通行码", "Code on the phone"),
    };

    public static LocalizedText Named(string method) => method switch
    {
        "face" => new("刷脸", "Face"),
        "card" => new("刷卡", "Card"),
        "pin" => new("密码", "PIN"),
        _ => new("二维码", "QR code"),
    };
}
