using Gateway.Cloud.Contract;
using Gateway.Drivers.FaceGates.Readers;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>What a display says by itself; answers are the gate's own words.</summary>
internal static class DisplayWords
{
    public static LocalizedText Idle { get; } = new("请看摄像头", "Please look at the camera");

    public static LocalizedText Faceless { get; } = new("刷脸暂不可用", "Face recognition is out of order");

    public static LocalizedText Released { get; } = new("通道已打开", "The gate is open");

    public static LocalizedText ReleasedAdvice { get; } = new("请有序通过，远离危险", "Walk through calmly and away from danger");

    public static LocalizedText Phone { get; } = new("物业电话", "Property office");

    public static LocalizedText NotPaired { get; } = new("此显示屏尚未授权", "This display has not been set up");

    public static LocalizedText NotPairedAdvice { get; } = new(
        "请安装人员在网关上执行 ./gateway displays link 门禁编号，并打开所给的地址",
        "Installer: run ./gateway displays link GATE on the box and open the address that it prints");

    /// <summary>Shown by the page's own script where the gateway is silent: whether the gate works is not known then.</summary>
    public static LocalizedText Silent { get; } = new("显示屏失去连接", "This display has lost its connection");

    public static LocalizedText SilentAdvice { get; } = new("若门未开，请联系物业", "If the gate does not open, call the property office");

    /// <summary>What else the gate takes while nobody stands there; null where it takes faces alone.</summary>
    public static LocalizedText? IdleAdvice(CredentialKind? reads) => reads switch
    {
        CredentialKind.Card => new("也可刷卡", "or use your card"),
        CredentialKind.Qr => new("也可出示二维码", "or show your QR code"),
        CredentialKind.Pin => new("也可输入密码", "or type your PIN"),
        CredentialKind.CardOrPin => new("也可刷卡或输入密码", "or use your card or PIN"),
        _ => null,
    };

    /// <summary>A welcome as it is spoken, for all to hear: without the name; null where it has none.</summary>
    public static LocalizedText? Said(PassageDecision decision) => decision switch
    {
        PassageDecision.OpenedForResident => new("欢迎回家", "Welcome home"),
        PassageDecision.OpenedForTemporaryWorker { Leaves: true } => new("慢走", "Goodbye"),
        PassageDecision.OpenedForTemporaryWorker => new("请进", "Please come in"),
        _ => null,
    };

    /// <summary>The parts of an answer: the reason, and what to do about it. Gates divide them by the first semicolon.</summary>
    public static (LocalizedText Headline, LocalizedText? Advice) Divide(LocalizedText answer)
    {
        var (zh, en) = (answer.Zh.Split('；', 2), answer.En.Split("; ", 2));
        return (zh.Length, en.Length) is (2, 2)
            ? (new LocalizedText(zh[0], en[0]), new LocalizedText(zh[1], Sentence(en[1])))
            : (answer, null);
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
