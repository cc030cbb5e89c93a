using Gateway.Edge.Access.Csv;

namespace Gateway.Edge.Access.Residents.Csv;

/// <summary>The columns of the residents' table.</summary>
internal static class ResidentTableForm
{
    /// <summary>All of them.</summary>
    public static TableForm Table { get; } = new(
    [
        new("name", "姓名", new("填写姓名，至多 40 字。", "Give the name, at most 40 characters.")),
        new("unit", "房号", new("填写房号，如 3-1202，至多 32 字。", "Give the flat, such as 3-1202, at most 32 characters.")),
        new("phone", "电话", new("把该列设为文本格式，填写 11 位手机号，或留空。", "Format the column as text and give the number, or leave it empty.")),
        new("leaseEnd", "租期结束", new("租户按 2027-06-30 或 2027-06-30 18:00 填写将来的时间；业主留空。", "For tenants a time to come, like 2027-06-30 or 2027-06-30 18:00; leave it empty for owners.")),
        new("face", "人脸", new("该列只供查看，导入时不读取。", "This column is for reading alone; an import passes over it.")),
    ], ["name", "unit"]);
}
