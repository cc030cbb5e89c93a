using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>The sign at the place of capture.</summary>
internal static class SignTexts
{
    public static LocalizedText Lead { get; } = new("打印后贴在每个门禁和摄像机旁。内容取自当前配置；第一页中文，第二页英文。", "Print it and put it up beside every gate and camera. It says what is configured now; one page in Chinese, one in English.");

    public static LocalizedText NoContact { get; } = new("还没有设置负责人和联系方式：请在网关配置中填写 Privacy:Operator 和 Privacy:Contact，否则告示不完整。", "Nobody has said who answers for the data: fill in Privacy:Operator and Privacy:Contact in the gateway's settings, or the sign is incomplete.");

    public static LocalizedText Title { get; } = new("{0} · 人脸识别和图像采集告知", "{0} · Face recognition and cameras");

    public static LocalizedText Operator { get; } = new("个人信息处理者", "Who answers for your data");

    public static LocalizedText Contact { get; } = new("联系方式", "Contact");

    public static LocalizedText Missing { get; } = new("（请填写）", "(to be filled in)");

    public static LocalizedText Purpose { get; } = new("目的", "For what");

    public static LocalizedText PurposeText { get; } = new(
        "居民进出门禁、陌生人预警、车辆出入管理、一键报警和高空抛物取证。仅用于维护公共安全和小区管理。",
        "To let residents in, to warn of strangers, to manage vehicles, and as evidence for calls for help and falling objects. For public safety and the compound alone.");

    public static LocalizedText Manner { get; } = new("方式", "How");

    public static LocalizedText MannerText { get; } = new(
        "人脸特征仅在本小区的设备内加密保存和比对，不经网络传出。只有单独同意的人才会被登记人脸；未满十四周岁须监护人同意。",
        "Face templates are kept sealed and compared on this compound's own device, and are sent nowhere. Only faces of people who have consented separately are enrolled; children under 14 need a guardian's consent.");

    public static LocalizedText Kept { get; } = new("保存期限", "Kept for");

    public static LocalizedText KeptText { get; } = new(
        "居民人脸：撤回同意时立即删除。临时人员人脸：授权结束时删除，其余资料再过 {0} 天。陌生人人脸特征：最后一次出现后 {1} 分钟。进出记录：派出所回执后满 {2} 天。停车记录：离开后 {3} 天。报警和抛物证据的图像：尚未设定自动期限。",
        "Residents' faces: erased at once when consent is withdrawn. Temporary workers' faces: erased when their access ends, the rest {0} days after. Strangers' face features: {1} minutes after the last sighting. Records of passing: {2} days, once the police station has receipted them. Parking: {3} days after leaving. Pictures that are evidence: no fixed end yet.");

    public static LocalizedText Without { get; } = new("不刷脸也可以进出", "You need not show your face");

    public static LocalizedText WithoutText { get; } = new(
        "可使用门卡、手机通行码，或请门岗放行。不同意人脸识别不影响您进出。", "Use a card, a code on your phone, or ask the guard. You come in just the same without consenting to face recognition.");

    public static LocalizedText Rights { get; } = new("您的权利", "Your rights");

    public static LocalizedText RightsText { get; } = new(
        "您可以随时查阅、复制、更正、删除您的个人信息，撤回同意，或要求说明。请联系上述负责人。",
        "You may see, copy, correct and erase your data, withdraw your consent and ask for an explanation at any time. Turn to the contact above.");
}
