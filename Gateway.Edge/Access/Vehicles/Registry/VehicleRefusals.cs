using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.Registry;

/// <summary>Why something that was typed about a vehicle cannot be used, in words.</summary>
internal static class VehicleRefusals
{
    public static VehicleRefusal Plate { get; } = new("plate", "invalid", new LocalizedText(
        "不是有效车牌。请按 京A12345（新能源 京AD12345）填写，注意没有字母 I 和 O。",
        "This is no number plate. Write it like 京A12345, or 京AD12345 for new energy; the letters I and O do not occur."));

    public static VehicleRefusal Standing { get; } = new("standing", "invalid", new LocalizedText(
        "类别须为住户、访客、临时或禁入。", "It must be resident, visitor, worker or denied."));

    public static VehicleRefusal Hours { get; } = new("hours", "invalid", new LocalizedText(
        "时段写法如：周一至周五 08:00-18:00; 周六 22:00-02:00。", "Write hours like: Mon-Fri 08:00-18:00; Sat 22:00-02:00."));

    public static VehicleRefusal Over { get; } = new("until", "over", new LocalizedText(
        "结束时间已过，请填写将来的时间。", "That time is over already; choose one to come."));

    public static VehicleRefusal Gone { get; } = new("plate", "conflict", new LocalizedText(
        "登记在此期间被他人更改，请刷新后重试。", "Somebody changed the registry meanwhile; look again and retry."));

    public static VehicleRefusal Taken(VehicleStanding standing) => new("plate", VehicleRefusal.Taken, standing == VehicleStanding.Denied
        ? new LocalizedText("该车牌在禁入名单内。请先移出禁入名单。", "This plate is on the deny list. Take it off the list first.")
        : new LocalizedText("该车牌已登记。请查找并修改原有登记。", "This plate is registered already. Find it and change it there."));

    public static VehicleRefusal TooMany(int most) => new("plate", "too-many", new LocalizedText(
        $"登记已满（{most} 辆）。请删除不再需要的车辆。", $"The registry is full ({most} vehicles). Remove those that are no longer needed."));

    public static VehicleRefusal Phone(string field) => new(field, "invalid", new LocalizedText(
        "不是有效电话号码。手机号为 11 位数字，座机请带区号。", "This is no phone number. Mobile numbers have 11 digits; give landlines with their area code."));

    public static VehicleRefusal GuestsOnly(string field) => new(field, "guests-only", new LocalizedText(
        "仅访客和临时车辆可填此项，请留空。", "Only visitors and workers have this; leave it empty."));

    public static VehicleRefusal Text(string field, int longest, bool needed) => new(field, "invalid", needed
        ? new LocalizedText($"请填写 1 至 {longest} 个字符，不含控制字符。", $"Give 1 to {longest} characters without control characters.")
        : new LocalizedText($"至多 {longest} 个字符，不含控制字符。", $"At most {longest} characters without control characters."));
}
