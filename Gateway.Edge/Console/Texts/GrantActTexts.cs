using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Grants;

namespace Gateway.Edge.Console.Texts;

/// <summary>What is said of doing something with a grant.</summary>
internal static class GrantActTexts
{
    public static LocalizedText ActsOf { get; } = new("{0} 的操作", "What can be done for {0}");

    public static LocalizedText ToList { get; } = new("返回临时授权", "Back to temporary access");

    public static LocalizedText TitleOf { get; } = new("{0}：{1}", "{0}: {1}");

    public static LocalizedText EndsNow { get; } = new("现在的结束时间：{0}", "It ends at {0}");

    public static LocalizedText RevokeHint { get; } = new(
        "撤销后所有门立即拒绝通行，随授权登记的车辆和人脸一并删除，不能恢复，只能重新授权。",
        "Every gate refuses at once; vehicles and face that came with it are erased. This cannot be undone, only granted anew.");

    public static LocalizedText RevokeSure { get; } = new("确认撤销 {0} 的授权", "Revoke the access of {0}");

    public static LocalizedText LeftHint { get; } = new("没有出口门看见此人离开时使用。", "For somebody whom no exit gate has seen leaving.");

    public static LocalizedText LeftSure { get; } = new("{0} 已离开", "{0} has left");

    public static LocalizedText RenewSure { get; } = new("续期", "Renew");

    public static LocalizedText ShortenSure { get; } = new("缩短", "Shorten");

    public static LocalizedText FaceIsGone { get; } = new("人脸已在到期时删除：续期后请另外发通行码或门卡。", "The face was erased at the end: after renewing, give a code or a card.");

    public static LocalizedText PlusTwoHours { get; } = new("延长 2 小时", "2 hours more");

    public static LocalizedText PlusDay { get; } = new("延长 1 天", "1 day more");

    public static LocalizedText PlusThreeDays { get; } = new("延长 3 天", "3 days more");

    public static LocalizedText PlusMonth { get; } = new("延长 30 天", "30 days more");

    public static LocalizedText InTwoHours { get; } = new("2 小时后结束", "Ends in 2 hours");

    public static LocalizedText EndToday { get; } = new("今天结束", "Ends today");

    public static LocalizedText NewEnd { get; } = new("新的结束时间", "New end");

    public static LocalizedText Renewed { get; } = new("{0} 的授权延长至 {1}", "The access of {0} now ends at {1}");

    public static LocalizedText Shortened { get; } = new("{0} 的授权缩短至 {1}", "The access of {0} now ends at {1}");

    public static LocalizedText Revoked { get; } = new("{0} 的授权已撤销，所有联网的门立即拒绝", "The access of {0} is revoked; every gate that is online refuses from now on");

    public static LocalizedText HasLeft { get; } = new("已记录 {0} 离开", "It is noted that {0} has left");

    public static LocalizedText Gone { get; } = new("这份授权已被删除。", "There is no such grant any more.");

    /// <summary>An act's word on its button.</summary>
    public static LocalizedText Of(GrantAct act) => act switch
    {
        GrantAct.Pass => new("凭证", "Pass"),
        GrantAct.Renew => new("续期", "Renew"),
        GrantAct.Shorten => new("缩短", "Shorten"),
        GrantAct.Revoke => new("撤销", "Revoke"),
        _ => new("已离开", "Has left"),
    };
}
