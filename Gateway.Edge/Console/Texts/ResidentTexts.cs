using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the list of residents says.</summary>
internal static class ResidentTexts
{
    public static LocalizedText Title { get; } = new("住户", "Residents");

    public static LocalizedText Add { get; } = new("登记住户", "Add a resident");

    public static LocalizedText Import { get; } = new("导入", "Import");

    public static LocalizedText Export { get; } = new("导出 CSV", "Export CSV");

    public static LocalizedText Search { get; } = new("搜索姓名、房号或车牌", "Search name, unit or plate");

    public static LocalizedText Show { get; } = new("筛选住户", "Show residents");

    public static LocalizedText All { get; } = new("全部", "All");

    public static LocalizedText WithFace { get; } = new("有人脸", "With a face");

    public static LocalizedText WithoutFace { get; } = new("无人脸", "Without a face");

    public static LocalizedText LeaseDue { get; } = new("租期将到", "Lease ending");

    public static LocalizedText Count { get; } = new("共 {0} 位住户", "{0} residents");

    public static LocalizedText Found { get; } = new("找到 {0} 位", "{0} found");

    public static LocalizedText None { get; } = new("还没有登记住户", "No residents yet");

    public static LocalizedText NoneHint { get; } = new(
        "登记后，住户可刷脸、刷卡或用手机通行码进门。也可以从 CSV 文件一次导入，人脸以后再录。",
        "Once registered, residents pass with a face, a card or a code on the phone. A CSV file brings in many at once; faces can follow later.");

    public static LocalizedText NothingFound { get; } = new("没有找到住户", "Nobody found");

    public static LocalizedText NothingFoundHint { get; } = new("请检查姓名、房号或车牌的几位字符，或清除筛选条件。", "Check the name, the unit or the characters of the plate, or clear the filter.");

    public static LocalizedText NotLoaded { get; } = new(
        "没有显示住户：查看住户须记入日志，而日志暂时写不进去。门禁照常工作。请检查磁盘后刷新。",
        "Residents are not shown: a look at them must be put on record, and the journal cannot be written at the moment. Gates work as usual. Check the disk and reload.");

    public static LocalizedText Face { get; } = new("人脸", "Face");

    public static LocalizedText NoFace { get; } = new("无人脸", "No face");

    public static LocalizedText FaceSince { get; } = new("人脸，{0} 起", "Face since {0}");

    public static LocalizedText FaceWithdrawn { get; } = new("已撤回人脸", "Face withdrawn");

    public static LocalizedText FaceMissing { get; } = new("人脸读不出，请重录", "Face unreadable; enrol again");

    public static LocalizedText Passes { get; } = new("门卡和通行码", "Cards and codes");

    public static LocalizedText NoPass { get; } = new("无卡无码", "No card or code");

    public static LocalizedText OneCard { get; } = new("{0} 张卡", "{0} card");

    public static LocalizedText Cards { get; } = new("{0} 张卡", "{0} cards");

    public static LocalizedText OneCode { get; } = new("{0} 个码", "{0} code");

    public static LocalizedText Codes { get; } = new("{0} 个码", "{0} codes");

    public static LocalizedText CardsAndCodes { get; } = new("{0} 张卡，{1} 个码", "{0} card(s), {1} code(s)");

    public static LocalizedText Vehicles { get; } = new("本户车辆", "Vehicles of the flat");

    public static LocalizedText MoreVehicles { get; } = new("另 {0} 辆", "{0} more");

    public static LocalizedText Lease { get; } = new("租期", "Lease");

    public static LocalizedText LeaseUntil { get; } = new("租期至 {0}", "Lease until {0}");

    public static LocalizedText LeaseSoon { get; } = new("租期将到：{0}", "Lease ends soon: {0}");

    public static LocalizedText LeaseOver { get; } = new("租期已过：{0}", "Lease ended: {0}");

    public static LocalizedText Open { get; } = new("查看", "Open");

    public static LocalizedText OpenOf { get; } = new("查看 {0}，{1}", "Open {0}, {1}");

    public static LocalizedText ToList { get; } = new("全部住户", "All residents");

    public static LocalizedText Looked { get; } = new("查看了住户名单", "The list of residents was looked at");

    public static LocalizedText LookedAt { get; } = new("查看了住户 {0} 的资料", "The record of resident {0} was looked at");

    public static LocalizedText Registered { get; } = new("登记住户（无人脸）", "Resident registered without a face");

    public static LocalizedText Changed { get; } = new("修改住户资料", "Resident changed");

    public static LocalizedText FaceSet { get; } = new("录入或更换住户人脸", "Resident's face enrolled or replaced");
}
