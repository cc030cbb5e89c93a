using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Decisions;

/// <summary>The sentences a gate says. The same words stand on the gate, in the console and in the journal.</summary>
internal static class PassageWords
{
    private const string OtherWaysZh = "请出示二维码或刷卡，或联系物业";
    private const string OtherWaysEn = "show your QR code or card, or call the property office";

    public static LocalizedText NotRegistered { get; } = new(
        $"未登记；{OtherWaysZh}",
        $"Not registered; {OtherWaysEn}");

    public static LocalizedText CannotTell { get; } = new(
        $"居民登记暂不完整，无法识别；{OtherWaysZh}",
        $"The register is incomplete for now and you could not be recognised; {OtherWaysEn}");

    public static LocalizedText NoLongerRegistered { get; } = new(
        $"登记已注销；{OtherWaysZh}",
        $"No longer registered; {OtherWaysEn}");

    public static LocalizedText NotLive { get; } = new(
        $"请本人正对摄像头，不要使用照片或屏幕；也可{OtherWaysZh}",
        $"Face the camera in person, not with a photo or a screen; or {OtherWaysEn}");

    public static LocalizedText GateFault { get; } = new(
        "门禁故障，门未能打开；请联系物业或走其他出入口",
        "The gate has a fault and did not open; call the property office or use another entrance");

    /// <summary>Why a card or a code does not open, and what does.</summary>
    public static LocalizedText OfPass(RefusalCause cause) => cause switch
    {
        RefusalCause.CardUnknown => new("此卡未登记；请刷脸、出示二维码，或联系物业", "This card is not registered; use your face or your QR code, or call the property office"),
        RefusalCause.CodeOld => new("二维码已过期；请在手机上打开通行页面，出示最新的二维码", "This code is too old; open your pass on the phone and show the present one"),
        RefusalCause.CodeUsed => new("此二维码已使用；请稍等几秒，出示下一个二维码", "This code has been used; wait a few seconds and show the next one"),
        RefusalCause.ClockBehind => new("网关时钟被调回，暂不能使用二维码；请刷脸或刷卡，或联系物业校时", "The gateway's clock was set back and codes do not work for now; use your face or card, or call the property office to set the clock"),
        RefusalCause.TooManyTried => new("此处多次读到无效凭证，请稍候再试；也可刷脸或联系物业", "Several cards or codes were refused here, wait a moment; or use your face, or call the property office"),
        RefusalCause.PinWrong => new("密码不能开此门；请核对后重输，也可出示二维码或刷卡，或联系物业", "This PIN does not open the gate now; check it and type it again, or use your QR code or card, or call the property office"),
        RefusalCause.PassEnded => new("通行凭证已到期；请联系物业", "This pass has ended; call the property office"),
        RefusalCause.PassRevoked => new("通行凭证已停用；请联系物业", "This pass was taken back; call the property office"),
        _ => new("不是本小区的二维码；请刷脸或刷卡，或联系物业", "This is not a code of this compound; use your face or card, or call the property office"),
    };

    public static LocalizedText Welcome(string maskedName) => new($"欢迎回家，{maskedName}", $"Welcome home, {maskedName}");

    public static LocalizedText Unclear(LocalizedText? hint) => hint is null
        ? new($"看不清面部；请靠近并正对摄像头，也可{OtherWaysZh}", $"Your face is not clear; come closer and look at the camera, or {OtherWaysEn}")
        : new($"{hint.Zh}；也可{OtherWaysZh}", $"{hint.En}; or {OtherWaysEn}");
}
