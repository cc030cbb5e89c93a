using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Access.Vehicles.Csv;

/// <summary>The columns of the vehicles' table.</summary>
internal static class VehicleTableForm
{
    /// <summary>All of them.</summary>
    public static TableForm Table { get; } = new(
    [
        new("plate", "车牌", new("按 京A12345 或 京AD12345 填写。", "Write it like 京A12345 or 京AD12345.")),
        new("standing", "类别", new("填写 住户、访客、临时 或 禁入。", "Write resident, visitor, worker or denied.")),
        new("owner", "车主", new("住户车辆填写车主姓名，至多 40 字。", "Give the owner's name, at most 40 characters; residents need one.")),
        new("unit", "房号", new("住户车辆填写房号，如 3-1202。", "Give the flat, such as 3-1202; residents need one.")),
        new("phone", "电话", new("把该列设为文本格式，填写 11 位手机号，或留空。", "Format the column as text and give the number, or leave it empty.")),
        new("from", "开始", new("按 2026-06-01 08:00 填写，或留空。", "Write it like 2026-06-01 08:00, or leave it empty.")),
        new("until", "结束", new("按 2026-06-30 18:00 填写，晚于开始；访客和临时车辆必填。", "Write it like 2026-06-30 18:00, after the beginning; visitors and workers need it.")),
        new("hours", "时段", new("按 周一至周五 08:00-18:00 填写，或留空。", "Write it like Mon-Fri 08:00-18:00, or leave it empty.")),
        new("entries", "次数", new("填写 1 至 1000 的整数，或留空；住户和禁入留空。", "Give a whole number from 1 to 1000, or nothing; nothing for residents and the deny list.")),
        new("host", "被访或工单", new("访客和临时车辆填写被访房号或工单号。", "Give the flat that is visited or the work order; visitors and workers need one.")),
        new("paidMinutes", "付费分钟", new("填写 1 至 525600 的整数，或留空；住户和禁入留空。", "Give a whole number from 1 to 525600, or nothing; nothing for residents and the deny list.")),
        new("note", "备注", new("至多 200 字；禁入车辆填写原因。", "At most 200 characters; for the deny list, why.")),
    ], ["plate", "standing"]);
}
