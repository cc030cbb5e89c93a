using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>One reason why something that was typed about a grant is refused.</summary>
/// <param name="Field">The field, such as <c>until</c> or <c>photos[1]</c>; the names of the API.</param>
/// <param name="Code">Stable code, such as <c>invalid</c>, <c>order</c> or <c>unknown</c>.</param>
/// <param name="Reason">What is wrong and how to put it right.</param>
internal sealed record GrantRefusal(string Field, string Code, LocalizedText Reason)
{
    public static GrantRefusal Tag { get; } = new("tag", "invalid", new(
        $"请选择标签（水电工、保洁员、绿化工、维修工、快递员、装修工、家政），或填写至多 {WorkerTag.Longest} 字的自定标签。",
        $"Choose a tag (plumber, cleaner, gardener, repairer, courier, decorator, domestic) or give a word of your own of at most {WorkerTag.Longest} characters."));

    public static GrantRefusal Phone { get; } = new("phone", "invalid", new(
        "不是有效电话号码。", "This is no phone number."));

    public static GrantRefusal Hours { get; } = new("hours", "invalid", new(
        "时段写法如：周一至周五 08:00-18:00; 周六 22:00-02:00。", "Write hours like: Mon-Fri 08:00-18:00; Sat 22:00-02:00."));

    public static GrantRefusal Holidays { get; } = new("holidays", "invalid", new(
        "节假日须为 anyDay、notOnHolidays 或 onlyOnHolidays。", "It must be anyDay, notOnHolidays or onlyOnHolidays."));

    public static GrantRefusal Entries { get; } = new("entries", "range", new(
        "请填写 1 至 1000 的整数，或留空。", "Give a whole number from 1 to 1000, or nothing."));

    public static GrantRefusal Order { get; } = new("until", "order", new("结束时间必须晚于开始时间。", "It must end after it begins."));

    public static GrantRefusal Over { get; } = new("until", "over", new("结束时间已过，请填写将来的时间。", "That time has passed; give one to come."));

    public static GrantRefusal TooLong { get; } = new("until", "too-long", new("授权最长两年，请缩短。", "At most two years at a time; choose an earlier end."));

    public static GrantRefusal NotLater { get; } = new("until", "not-later", new(
        "延长须晚于现在的结束时间。", "To renew, give an end later than the present one."));

    public static GrantRefusal NotEarlier { get; } = new("until", "not-earlier", new(
        "缩短须早于现在的结束时间。", "To shorten, give an end earlier than the present one."));

    public static GrantRefusal IsRevoked { get; } = new("grant", "revoked", new(
        "授权已撤销，请新建授权。", "The grant was revoked; grant anew."));

    public static GrantRefusal IsOver { get; } = new("grant", "ended", new(
        "授权已结束。", "The grant has ended."));

    public static GrantRefusal UnknownWorker { get; } = new("worker", "unknown", new(
        "没有此人员，请重新选择或新建。", "There is no such worker; choose again or give a name."));

    public static GrantRefusal FaceThere { get; } = new("photo", "face-there", new(
        "已登记人脸；要更换照片，请先删除人脸。", "A face is enrolled already; to give another photo, delete it first."));

    public static GrantRefusal TooMany(int most) => new("grant", "too-many", new(
        $"授权已达上限 {most} 份，请先等待到期的授权被删除。", $"There are {most} grants, the most that are kept; wait until ended ones are erased."));

    public static GrantRefusal UnknownGate(string gate, IEnumerable<string> known) => new("gates", "unknown", new(
        $"没有出入口 {gate}。可用：{string.Join('、', known)}。", $"There is no gate {gate}. Known: {string.Join(", ", known)}."));

    public static GrantRefusal UnknownArea(string area) => new("areas", "unknown", new(
        $"没有区域 {area}，请在设置 Grants:Areas 中定义。", $"There is no area {area}; define it in the settings under Grants:Areas."));

    public static GrantRefusal Blank(string field) => new(field, "invalid", new(
        "列表中有空项，请填写或删除。", "An entry of the list is empty; fill it in or take it out."));

    public static GrantRefusal Text(string field, int longest) => new(field, "invalid", new(
        $"请填写 1 至 {longest} 个字符，不含控制字符。", $"Give 1 to {longest} characters without control characters."));
}
