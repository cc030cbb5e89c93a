using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>The page of one's own account.</summary>
internal static class OwnAccountTexts
{
    public static LocalizedText Title { get; } = new("我的账号", "My account");

    public static LocalizedText SecondFactor { get; } = new("动态验证码（TOTP）", "Second factor (TOTP)");

    public static LocalizedText IsOn { get; } = new("已开启：登录时除密码外还要输入验证码。", "On: the sign-in asks for a code beside the password.");

    public static LocalizedText IsOff { get; } = new("未开启。开启后，仅有密码无法登录。", "Off. Once it is on, the password alone opens nothing.");

    public static LocalizedText SetUp { get; } = new("开始设置", "Set up");

    public static LocalizedText Scan { get; } = new("用验证器应用扫描二维码，或手工输入密钥，然后填写显示的 6 位数字。", "Scan with an authenticator app, or type the secret, then give the six digits that it shows.");

    public static LocalizedText QrCode { get; } = new("二维码", "QR code");

    public static LocalizedText Secret { get; } = new("密钥", "Secret");

    public static LocalizedText Uri { get; } = new("链接", "Link");

    public static LocalizedText TurnOn { get; } = new("开启", "Turn on");

    public static LocalizedText TurnOff { get; } = new("关闭", "Turn off");

    public static LocalizedText NewCodes { get; } = new("生成新的恢复码", "New recovery codes");

    public static LocalizedText Codes { get; } = new(
        "恢复码只显示这一次，每个可代替验证码使用一次，请妥善保存。", "Recovery codes, shown this once. Each stands in for one code; keep them safe.");

    public static LocalizedText Language { get; } = new("页面语言", "Language of the pages");

    public static LocalizedText LanguageHint { get; } = new("登录后在任何浏览器中使用。", "Used in every browser once you sign in.");

    public static LocalizedText History { get; } = new("您可以看到 {0} 之后的记录。", "You see records from {0} on.");
}
