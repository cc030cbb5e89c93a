using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>Audit facts in words.</summary>
internal static class VehicleAudits
{
    private const int LongestBy = 128;

    /// <summary>Something was done to a vehicle.</summary>
    public static VehicleAudit Of(string name, Vehicle vehicle, string by, DateTimeOffset at)
    {
        var (zh, en) = Kind(vehicle.Standing);
        return Make(name, vehicle.Id, by, at, name switch
        {
            VehicleAudit.Added => new($"登记了一辆{zh}车辆。", $"A {en} vehicle was registered."),
            VehicleAudit.Changed => new($"修改了一辆{zh}车辆的登记。", $"The registration of a {en} vehicle was changed."),
            VehicleAudit.Removed => new($"删除了一辆{zh}车辆的登记。", $"The registration of a {en} vehicle was erased."),
            VehicleAudit.Denied => new("将一辆车列入禁入名单。", "A vehicle was put on the deny list."),
            _ => new($"查看了一辆{zh}车辆车主的电话号码。", $"The phone number of the owner of a {en} vehicle was shown."),
        });
    }

    public static VehicleAudit Imported(int added, int changed, string by, DateTimeOffset at) => Make(VehicleAudit.Imported, null, by, at, new(
        $"导入车辆表格：新增 {added} 辆，修改 {changed} 辆。", $"A table of vehicles was imported: {added} new, {changed} changed."));

    public static VehicleAudit Exported(int count, bool withPhones, string by, DateTimeOffset at) => Make(VehicleAudit.Exported, null, by, at, withPhones
        ? new($"导出了 {count} 辆车的登记，含完整电话号码。", $"The registrations of {count} vehicles were exported, with whole phone numbers.")
        : new($"导出了 {count} 辆车的登记，电话号码已遮盖。", $"The registrations of {count} vehicles were exported, with masked phone numbers."));

    public static VehicleAudit Erased(int vehicles, int stays, int notices, int reports, DateTimeOffset at) => Make(VehicleAudit.Erased, null, VehicleAudit.Gateway, at, new(
        $"按保存期限删除：车辆 {vehicles}，停留记录 {stays}，挪车通知 {notices}，占道报告 {reports}。",
        $"Erased as their time was over: {vehicles} vehicles, {stays} stays, {notices} move-car notices, {reports} parking reports."));

    /// <summary>Any other fact.</summary>
    public static VehicleAudit Make(string name, Guid? subject, string by, DateTimeOffset at, LocalizedText words) =>
        new(name, subject, by.Length <= LongestBy ? by : by[..LongestBy], words, at);

    private static (string Zh, string En) Kind(VehicleStanding standing) => standing switch
    {
        VehicleStanding.Resident => ("住户", "resident's"),
        VehicleStanding.Visitor => ("访客", "visitor's"),
        VehicleStanding.Worker => ("临时作业", "worker's"),
        _ => ("禁入", "denied"),
    };
}
