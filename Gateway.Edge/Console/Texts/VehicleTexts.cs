using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Vehicles;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the pages of registered vehicles say.</summary>
internal static class VehicleTexts
{
    public static LocalizedText Title { get; } = new("车辆", "Vehicles");

    public static LocalizedText AddVisitor { get; } = new("登记访客车", "Add a visitor's car");

    public static LocalizedText Add { get; } = new("登记车辆", "Add a vehicle");

    public static LocalizedText Change { get; } = new("更改车辆", "Change a vehicle");

    public static LocalizedText ChangeOf { get; } = new("更改 {0}", "Change {0}");

    public static LocalizedText ChangeShort { get; } = new("更改", "Change");

    public static LocalizedText Import { get; } = new("导入 CSV", "Import CSV");

    public static LocalizedText Export { get; } = new("导出 CSV", "Export CSV");

    public static LocalizedText ToList { get; } = new("全部车辆", "All vehicles");

    public static LocalizedText Search { get; } = new("搜索车牌、车主或房号", "Search plate, owner or unit");

    public static LocalizedText SearchButton { get; } = new("搜索", "Search");

    public static LocalizedText Standings { get; } = new("按身份筛选", "Show by standing");

    public static LocalizedText All { get; } = new("全部", "All");

    public static LocalizedText None { get; } = new("还没有登记车辆", "No vehicles yet");

    public static LocalizedText NoneHint { get; } = new(
        "登记后，住户的车到道闸前自动抬杆，访客的车在时段内放行。也可以从 CSV 文件一次导入。",
        "Once registered, a resident's car raises the barrier by itself and a visitor's does in its window. A CSV file brings in many at once.");

    public static LocalizedText NothingFound { get; } = new("没有找到", "Nothing found");

    public static LocalizedText NothingFoundHint { get; } = new("请检查车牌的几位字符，或清除筛选条件。", "Check the characters of the plate, or clear the filter.");

    public static LocalizedText ClearFilter { get; } = new("清除筛选", "Clear the filter");

    public static LocalizedText Until { get; } = new("至 {0}", "until {0}");

    public static LocalizedText FromUntil { get; } = new("{0} 至 {1}", "{0} to {1}");

    public static LocalizedText Ended { get; } = new("已到期", "Over");

    public static LocalizedText NotYet { get; } = new("未开始", "Not yet");

    public static LocalizedText UsedUp { get; } = new("次数已用完", "Entries used up");

    public static LocalizedText EntriesLeft { get; } = new("剩 {0} 次", "{0} entries left");

    public static LocalizedText LastEntry { get; } = new("剩 1 次", "1 entry left");

    public static LocalizedText NoEntries { get; } = new("剩 0 次", "no entries left");

    public static LocalizedText AnyEntries { get; } = new("次数不限", "any number of entries");

    public static LocalizedText Visits { get; } = new("访 {0}", "visits {0}");

    public static LocalizedText NewerPage { get; } = new("上一页", "Previous page");

    public static LocalizedText OlderPage { get; } = new("下一页", "Next page");

    public static LocalizedText PageOf { get; } = new("第 {0} 页", "Page {0}");

    public static LocalizedText Pages { get; } = new("翻页", "Pages");

    public static LocalizedText Added { get; } = new("已登记 {0}，立即生效。", "{0} is registered; it counts at once.");

    public static LocalizedText Changed { get; } = new("已更改 {0}，立即生效。", "{0} is changed; it counts at once.");

    public static LocalizedText Denied { get; } = new("{0} 已列入禁入名单，立即生效。", "{0} is on the deny list; it counts at once.");

    public static LocalizedText Removed { get; } = new("已移除 {0}，姓名和电话已删除。", "{0} is removed, with its name and number.");

    public static LocalizedText NotRecorded { get; } = new(
        "没有保存：无法记入日志。道闸照常工作。请检查磁盘后重试。原因：{0}",
        "Not saved, because it cannot be put on record. Barriers work as usual. Check the disk and try again. Reason: {0}");

    public static LocalizedText NotLoaded { get; } = new(
        "车辆名单暂时读不出来；道闸照常工作。原因：{0}", "The list cannot be read at the moment; barriers work as usual. Reason: {0}");

    public static LocalizedText PutRight { get; } = new("没有保存：请更正标出的内容。", "Not saved: please put right what is marked.");

    public static LocalizedText Inside { get; } = new("在场 {0} 辆", "{0} inside");

    public static LocalizedText InsideOf { get; } = new("在场 {0} / {1}", "{0} of {1} places taken");

    public static LocalizedText VisitorsInside { get; } = new("访客车 {0}", "{0} visitors");

    public static LocalizedText VisitorsInsideOf { get; } = new("访客车 {0} / {1}", "{0} of {1} visitors' places taken");

    public static LocalizedText Overstaying { get; } = new("{0} 辆超时", "{0} overstay");

    public static LocalizedText Full { get; } = new("已满", "Full");

    public static LocalizedText Waiting { get; } = new("挪车请求 {0} 个待处理", "{0} move-car requests wait");

    public static LocalizedText Standing(VehicleStanding standing) => standing switch
    {
        VehicleStanding.Resident => new("住户", "Resident"),
        VehicleStanding.Visitor => new("访客", "Visitor"),
        VehicleStanding.Worker => new("施工", "Worker"),
        _ => new("禁入", "Denied"),
    };
}
