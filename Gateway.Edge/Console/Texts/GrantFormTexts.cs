using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the form of temporary access says.</summary>
internal static class GrantFormTexts
{
    public static LocalizedText New { get; } = new("新授权", "Grant access");

    public static LocalizedText Tag { get; } = new("做什么", "What for");

    public static LocalizedText OwnTag { get; } = new("其他", "Other");

    public static LocalizedText OwnTagLabel { get; } = new("自定标签", "A word of your own");

    public static LocalizedText OwnTagHint { get; } = new("至多 16 字，不要写姓名：它会随记录上报", "At most 16 characters, never a name: it travels with records");

    public static LocalizedText Name { get; } = new("姓名", "Name");

    public static LocalizedText NameHint { get; } = new("来过的人会列在下面，可直接选", "People who were here before are listed below to choose from");

    public static LocalizedText People { get; } = new("是来过的人吗？", "Somebody who was here before?");

    public static LocalizedText NewPerson { get; } = new("新人员", "A new person");

    public static LocalizedText Phone { get; } = new("手机", "Phone");

    public static LocalizedText PhoneHint { get; } = new("屏幕上遮挡显示", "Masked on screens");

    public static LocalizedText Way { get; } = new("怎样进门", "How the person passes");

    public static LocalizedText WayCode { get; } = new("手机通行码", "Code on the phone");

    public static LocalizedText WayCard { get; } = new("门卡", "Card");

    public static LocalizedText WayFace { get; } = new("人脸", "Face");

    public static LocalizedText WayNone { get; } = new("保安放行", "Guard lets in");

    public static LocalizedText Card { get; } = new("门卡卡号", "Card number");

    public static LocalizedText CardHint { get; } = new("点进来，把卡贴近发卡器；或照卡面输入", "Click here and hold the card to a reader that types, or type what stands on it");

    public static LocalizedText NoCard { get; } = new("请读入或输入卡号。", "Read the card or type its number.");

    public static LocalizedText CardTaken { get; } = new("这张卡正由 {0} 使用，请换一张。", "This card is held by {0}; take another one.");

    public static LocalizedText AResident { get; } = new("居民", "a resident");

    public static LocalizedText Camera { get; } = new("拍照", "Take a photo");

    public static LocalizedText File { get; } = new("选择照片", "Choose a photo");

    public static LocalizedText PhotoHint { get; } = new("正面、光线均匀、只有一个人。本人不同意也能进门：选手机通行码或门卡。", "From the front, evenly lit, one person. Whoever declines passes all the same: choose code or card.");

    public static LocalizedText PhotoAgain { get; } = new("照片没有保留，请重新选择。", "The photo is not kept; choose it again.");

    public static LocalizedText NoPhoto { get; } = new("请拍照或选择照片；或改用手机通行码。", "Take or choose a photo, or let the person pass with a code.");

    public static LocalizedText PhotoTooLarge { get; } = new("照片太大，请选小一些的。", "The photo is too large; choose a smaller one.");

    public static LocalizedText Duplicate { get; } = new("确为另一人（如双胞胎）", "It is somebody else all the same, such as a twin");

    public static LocalizedText Consent { get; } = new("本人已看过告知书并同意使用人脸", "The person has seen the notice and consents to the use of the face");

    public static LocalizedText ConsentRead { get; } = new("告知书全文（{0}）", "The notice in full ({0})");

    public static LocalizedText NoConsent { get; } = new("没有本人同意不能使用人脸；请改用手机通行码或门卡。", "Without consent the face must not be used; choose code or card.");

    public static LocalizedText ConsentBy { get; } = new("同意人", "Who consents");

    public static LocalizedText ConsentByHint { get; } = new("留空即本人；未满 14 周岁填监护人", "Empty for the person; the guardian of whoever is under 14");

    public static LocalizedText KeepPhotos { get; } = new("同意保留照片到授权结束", "Consents to keeping the photo until the end");

    public static LocalizedText Where { get; } = new("可进哪里", "Where");

    public static LocalizedText Everywhere { get; } = new("所有出入口", "All gates");

    public static LocalizedText SomeGates { get; } = new("选出入口", "Some gates");

    public static LocalizedText SomeAreas { get; } = new("选区域", "Areas");

    public static LocalizedText ChooseGates { get; } = new("请至少选一个出入口。", "Choose one gate at least.");

    public static LocalizedText ChooseAreas { get; } = new("请至少选一个区域。", "Choose one area at least.");

    public static LocalizedText Plates { get; } = new("车牌（过道闸）", "Plates (for the barriers)");

    public static LocalizedText PlatesHint { get; } = new("多个用逗号分开，至多 5 个", "Commas between several, at most 5");

    public static LocalizedText Window { get; } = new("到什么时候", "Until when");

    public static LocalizedText TwoHours { get; } = new("2 小时", "2 hours");

    public static LocalizedText Today { get; } = new("今天", "Today");

    public static LocalizedText ThreeDays { get; } = new("3 天", "3 days");

    public static LocalizedText Month { get; } = new("本月", "This month");

    public static LocalizedText Chosen { get; } = new("自选", "Choose");

    public static LocalizedText FromHint { get; } = new("留空即现在", "Empty for now");

    public static LocalizedText Host { get; } = new("被访房号或工单", "Flat visited, or work order");

    public static LocalizedText Office { get; } = new("物业", "Property office");

    public static LocalizedText More { get; } = new("更多：车辆、每周时段、节假日、次数", "More: vehicles, weekly hours, holidays, entries");

    public static LocalizedText Hours { get; } = new("每周时段", "Hours of the week");

    public static LocalizedText HoursHint { get; } = new("例如 周一至周五 08:00-18:00; 周六 22:00-02:00；留空表示全天", "Such as Mon-Fri 08:00-18:00; Sat 22:00-02:00; empty for all hours");

    public static LocalizedText Holidays { get; } = new("节假日", "Holidays");

    public static LocalizedText Entries { get; } = new("可进入次数", "Entries");

    public static LocalizedText Submit { get; } = new("授权", "Grant access");

    public static LocalizedText PutRight { get; } = new("还没有授权，请改正标出的内容。", "Nothing was granted yet; put right what is marked.");

    public static LocalizedText NotRecorded { get; } = new("没有授权，因为无法写入记录：{0}", "Nothing was granted, because it cannot be put on record: {0}");

    /// <summary>What holidays have to do with it.</summary>
    public static LocalizedText HolidaysOf(HolidayRule rule) => rule switch
    {
        HolidayRule.NotOnHolidays => new("节假日除外", "not on holidays"),
        HolidayRule.OnlyOnHolidays => new("仅节假日", "only on holidays"),
        _ => new("不限", "any day"),
    };
}
