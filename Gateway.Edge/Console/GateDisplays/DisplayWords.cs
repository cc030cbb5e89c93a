using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>What a display says by itself; answers are the gate's own words.</summary>
internal static class DisplayWords
{
    public static LocalizedText Idle { get; } = new("请看摄像头", "Please look at the camera");

    public static LocalizedText IdleAdvice { get; } = new("也可刷卡或出示二维码", "or show your card or QR code");

    public static LocalizedText Faceless { get; } = new("刷脸暂不可用", "Face recognition is out of order");

    public static LocalizedText FacelessAdvice { get; } = new("请刷卡、出示二维码，或联系物业", "Use your card or QR code, or call the property office");

    public static LocalizedText Released { get; } = new("通道已打开", "The gate is open");

    public static LocalizedText ReleasedAdvice { get; } = new("请有序通过，远离危险", "Walk through calmly and away from danger");

    public static LocalizedText Phone { get; } = new("物业电话", "Property office");

    public static LocalizedText NotPaired { get; } = new("此显示屏尚未授权", "This display has not been set up");

    public static LocalizedText NotPairedAdvice { get; } = new(
        "请安装人员在网关上执行 ./gateway displays link 门禁编号，并打开所给的地址",
        "Installer: run ./gateway displays link GATE on the box and open the address that it prints");

    /// <summary>Shown by the page's own script where the gateway is silent.</summary>
    public static LocalizedText Silent { get; } = new("显示屏暂时失去连接，门禁仍在工作", "This display has lost its connection; the gate still works");

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
