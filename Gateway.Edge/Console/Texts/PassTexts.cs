using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page on a holder's phone says.</summary>
internal static class PassTexts
{
    public static LocalizedText Title { get; } = new("通行码", "Your pass");

    public static LocalizedText Hold { get; } = new("请将二维码对准门禁读卡器", "Hold the code to the reader at the gate");

    public static LocalizedText Changes { get; } = new("二维码每 15 秒更新，每个只能使用一次；截图很快失效。", "The code changes every 15 seconds and opens once; a picture of it soon stops working.");

    public static LocalizedText Code { get; } = new("通行二维码", "QR code of your pass");

    public static LocalizedText Until { get; } = new("有效期至 {0}", "Valid until {0}");

    public static LocalizedText Ended { get; } = new("通行凭证已到期", "This pass has ended");

    public static LocalizedText Revoked { get; } = new("通行凭证已停用", "This pass was taken back");

    public static LocalizedText AccessTaken { get; } = new("授权已被收回", "Your access was taken back");

    public static LocalizedText AccessOver { get; } = new("授权已结束", "Your access has ended");

    public static LocalizedText WayOut { get; } = new("授权已结束：此码仅可用于离开", "Your access has ended: the code still opens the way out");

    public static LocalizedText Unknown { get; } = new("没有此通行凭证", "There is no such pass");

    public static LocalizedText CallOffice { get; } = new("如需继续通行，请联系物业。", "To go on passing, call the property office.");

    public static LocalizedText Offline { get; } = new("手机未联网，二维码无法更新；请检查网络，或刷卡、联系物业。", "Your phone is offline and the code cannot change; check the network, use your card, or call the property office.");
}
