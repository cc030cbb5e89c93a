using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Stores;

/// <summary>What lies in the stores, in words.</summary>
internal static class StoreWords
{
    public static LocalizedText Name { get; } = new("姓名", "Name");

    public static LocalizedText Unit { get; } = new("房号", "Flat");

    public static LocalizedText Phone { get; } = new("电话", "Phone");

    public static LocalizedText Templates { get; } = new("人脸模板", "Face templates");

    public static LocalizedText Photos { get; } = new("登记照片", "Enrolment photos");

    public static LocalizedText ConsentAt { get; } = new("同意时间", "Consent given at");

    public static LocalizedText ConsentBy { get; } = new("同意人", "Consent given by");

    public static LocalizedText ConsentText { get; } = new("同意书版本", "Version of the consent text");

    public static LocalizedText WithdrawnAt { get; } = new("撤回时间", "Withdrawn at");

    public static LocalizedText Lease { get; } = new("租期结束", "End of the lease");

    public static LocalizedText Registration { get; } = new("居民登记", "Resident's registration");

    public static LocalizedText Grant { get; } = new("临时授权", "Grant");

    public static LocalizedText Card { get; } = new("门卡（末三位）", "Card (last three characters)");

    public static LocalizedText Code { get; } = new("手机通行码", "Code on the phone");

    public static LocalizedText Pin { get; } = new("通行密码", "PIN");

    public static LocalizedText Invitation { get; } = new("访客邀请", "Invitations of visitors");

    public static LocalizedText Pass { get; } = new("门卡和通行码", "Cards and codes");

    public static LocalizedText Vehicle { get; } = new("车辆", "Vehicle");

    public static LocalizedText Stay { get; } = new("停留记录", "Stays");

    public static LocalizedText Notice { get; } = new("挪车通知", "Move-car notices");

    public static LocalizedText Report { get; } = new("占道报告", "Parking reports");

    public static LocalizedText Picture { get; } = new("报告照片", "Pictures of reports");

    public static LocalizedText Record { get; } = new("日志记录", "Journal records");

    public static LocalizedText Medium { get; } = new("通行图片", "Pictures of passings");

    public static LocalizedText Consent { get; } = new("同意台账中的姓名", "Names in the consent ledger");

    public static LocalizedText ConsentKept { get; } = new("不含姓名的同意记录", "Consents without a name");

    public static LocalizedText Mention { get; } = new("他人登记中的提及", "Mentions in other people's entries");

    public static LocalizedText Export { get; } = new("待下载的导出文件", "Exports that wait to be downloaded");
}
