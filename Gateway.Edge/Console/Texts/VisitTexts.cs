using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page on a visitor's phone says.</summary>
internal static class VisitTexts
{
    public static LocalizedText Title { get; } = new("访客通行", "Your visit");

    public static LocalizedText Invites { get; } = new("{0} 邀请您", "{0} invites you");

    public static LocalizedText You { get; } = new("访客", "Visitor");

    public static LocalizedText Where { get; } = new("小区", "Compound");

    public static LocalizedText When { get; } = new("时间", "Time");

    public static LocalizedText Gates { get; } = new("出入口", "Gates");

    public static LocalizedText Visits { get; } = new("次数", "Visits");

    public static LocalizedText Range { get; } = new("{0} 至 {1}", "{0} to {1}");

    public static LocalizedText Code { get; } = new("访客通行二维码", "QR code of your visit");

    public static LocalizedText Hold { get; } = new("到门口时，将二维码对准门禁读卡器", "At the gate, hold the code to the reader");

    public static LocalizedText Begins { get; } = new("{0} 起可以通行", "You can pass from {0}");

    public static LocalizedText NoCode { get; } = new("二维码暂不可用；请联系邀请您的住户重新邀请。", "The code is not available; ask the resident to invite you again.");

    public static LocalizedText FaceTitle { get; } = new("也可刷脸通行（自愿）", "Use your face instead, if you like");

    public static LocalizedText FaceLead { get; } = new("二维码已经可以通行，刷脸不是必需的。", "The QR code works already; the face is not needed.");

    public static LocalizedText Photo { get; } = new("本人正面照", "A photo of your face");

    public static LocalizedText PhotoHint { get; } = new("正对镜头、光线均匀、只有您一人；可拍照或选择照片。", "Facing the camera, in even light, you alone; take one or choose one.");

    public static LocalizedText Agree { get; } = new("我已阅读并同意", "I have read this and agree");

    public static LocalizedText GiveFace { get; } = new("登记人脸", "Enrol my face");

    public static LocalizedText FaceThere { get; } = new("人脸已登记，邀请期间可刷脸通行；到期自动删除。二维码照常可用。", "Your face is enrolled and opens the gates during the visit; it is erased at the end. The QR code goes on working.");

    public static LocalizedText TakeFace { get; } = new("删除人脸，只用二维码", "Delete my face, use the QR code only");

    public static LocalizedText FaceTaken { get; } = new("人脸已删除，二维码照常可用。", "Your face is deleted; the QR code goes on working.");

    public static LocalizedText Privacy { get; } = new("您的信息", "Your data");

    public static LocalizedText PrivacyText { get; } = new(
        "住户填写的称呼、时间和出入口，以及您的通行记录，存于小区内的网关。邀请结束后 {0} 天内删除称呼；选择刷脸时，人脸特征到期立即删除。",
        "The name that the resident gave, the time, the gates and your passages are kept on the gateway within the compound. The name is erased within {0} days after the visit; a face, if you chose it, at once when the visit ends.");

    public static LocalizedText Forget { get; } = new("删除我的全部信息", "Delete everything about me");

    public static LocalizedText ForgetHint { get; } = new("邀请随即失效，您将不能凭此链接通行。", "The invitation ends at once and this link opens nothing any more.");

    public static LocalizedText ForgetSure { get; } = new("确认删除", "Delete now");

    public static LocalizedText Forgotten { get; } = new("已删除", "Deleted");

    public static LocalizedText ForgottenHint { get; } = new(
        "二维码和人脸已失效；称呼等信息在各门禁确认后即被删除，通常在几秒之内。", "Code and face open nothing any more; your name and all else are erased once each gate has confirmed, usually within seconds.");

    public static LocalizedText Over { get; } = new("链接已失效", "This link does not work");

    public static LocalizedText OverHint { get; } = new("邀请可能已结束或被取消；请联系邀请您的住户。", "The invitation may be over or cancelled; call the resident who invited you.");

    public static LocalizedText TooMany { get; } = new("请求过多，请稍后再试。", "Too many requests; try again later.");

    public static LocalizedText Away { get; } = new("暂时无法保存，请稍后再试；二维码不受影响。", "This cannot be saved just now; try again later. The QR code is not affected.");
}
