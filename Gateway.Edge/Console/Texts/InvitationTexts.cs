using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the pages say on which residents, and staff for them, invite visitors.</summary>
internal static class InvitationTexts
{
    public static LocalizedText Title { get; } = new("邀请访客", "Invite a visitor");

    public static LocalizedText Visitors { get; } = new("访客", "Visitors");

    public static LocalizedText Lead { get; } = new(
        "填写后得到一个链接，发给访客。访客用手机打开即可出示二维码通行，也可自愿选择刷脸。",
        "You get a link to send. Your visitor opens it on the phone and passes with a QR code, or with the face if they choose to.");

    public static LocalizedText Name { get; } = new("访客称呼", "Visitor's name");

    public static LocalizedText NameHint { get; } = new("您怎么称呼对方就怎么写", "As you call them");

    public static LocalizedText From { get; } = new("开始", "From");

    public static LocalizedText Until { get; } = new("结束", "Until");

    public static LocalizedText Longest { get; } = new("最长 {0} 小时", "At most {0} hours");

    public static LocalizedText Gates { get; } = new("出入口", "Gates");

    public static LocalizedText GatesHint { get; } = new("不选为全部出入口", "None chosen means all");

    public static LocalizedText AllGates { get; } = new("全部出入口", "All gates");

    public static LocalizedText Visits { get; } = new("来访次数", "How many visits");

    public static LocalizedText Send { get; } = new("生成邀请", "Make the invitation");

    public static LocalizedText Yours { get; } = new("我的邀请", "Your invitations");

    public static LocalizedText None { get; } = new("还没有邀请", "No invitations yet");

    public static LocalizedText NoneHint { get; } = new("到期的邀请会自动删除。", "Those that are over are erased by themselves.");

    public static LocalizedText PutRight { get; } = new("请更正标出的内容", "Please put right what is marked");

    public static LocalizedText Away { get; } = new("暂时无法保存，请稍后再试，或联系物业。", "This cannot be saved just now. Try again later, or call the property office.");

    public static LocalizedText Back { get; } = new("返回通行码", "Back to your pass");

    public static LocalizedText ToList { get; } = new("返回访客", "Back to visitors");

    public static LocalizedText Made { get; } = new("邀请已生成，请把链接发给访客", "The invitation is made; send the link to your visitor");

    public static LocalizedText Message { get; } = new("要发送的内容", "Text to send");

    public static LocalizedText MessageBody { get; } = new(
        "{0}，{1} 邀请您来访：{2} 至 {3}。打开链接出示二维码即可通行：{4}", "{0}, {1} invites you: {2} to {3}. Open this link and show the QR code at the gate: {4}");

    public static LocalizedText Copy { get; } = new("复制", "Copy");

    public static LocalizedText Copied { get; } = new("已复制", "Copied");

    public static LocalizedText Share { get; } = new("发送…", "Send…");

    public static LocalizedText LinkQr { get; } = new("访客链接的二维码：请访客用手机相机扫一扫", "QR code of the link, for your visitor's camera");

    public static LocalizedText OnlyNow { get; } = new(
        "链接只在这里显示 15 分钟。拿到链接的人都能以访客身份通行，请只发给本人。",
        "The link is shown here for 15 minutes only. Whoever has it can pass as your visitor: send it to that person alone.");

    public static LocalizedText NotShown { get; } = new(
        "链接不保存，无法再次显示。需要时可重新生成，原链接随即失效。", "The link is not kept and cannot be shown again. You can make another one; the one before stops working.");

    public static LocalizedText NewLink { get; } = new("重新生成链接", "Make another link");

    public static LocalizedText Cancel { get; } = new("取消邀请", "Cancel the invitation");

    public static LocalizedText CancelHint { get; } = new("立即失效，访客登记的人脸随即删除。", "It ends at once, and a face that the visitor has given is erased.");

    public static LocalizedText Gone { get; } = new("没有此邀请", "There is no such invitation");

    public static LocalizedText NotYours { get; } = new("此通行码不能邀请访客", "This pass cannot invite visitors");

    public static LocalizedText Came { get; } = new("已到访", "has come");

    public static LocalizedText Host { get; } = new("住户", "Resident");

    public static LocalizedText Of(GrantState state) => state switch
    {
        GrantState.Coming => new("未开始", "to come"),
        GrantState.Running => new("有效", "open"),
        GrantState.Ended => new("已结束", "over"),
        _ => new("已取消", "cancelled"),
    };
}
