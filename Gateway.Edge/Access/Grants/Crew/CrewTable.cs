using Gateway.Edge.Access.Csv;
using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Access.Grants.Crew;

/// <summary>A contractor's table of people: CSV as drafts with their lines.</summary>
internal static class CrewTable
{
    /// <summary>Most rows besides the header.</summary>
    public const int MostRows = 2_000;

    /// <summary>The columns.</summary>
    public static TableForm Form { get; } = new(
    [
        new("name", "姓名", new("填写姓名，至多 40 字。", "Give the name, at most 40 characters.")),
        new("phone", "电话", new("把该列设为文本格式，填写 11 位手机号，或留空。", "Format the column as text and give the number, or leave it empty.")),
        new("tag", "标签", new("填写 水电工、保洁员、绿化工、维修工、快递员、装修工、家政 或自定标签。", "Write plumber, cleaner, gardener, repairer, courier, decorator, domestic, or a word of your own.")),
        new("host", "被访或工单", new("填写房号或工单号，至多 64 字。", "Give the flat or the work order, at most 64 characters.")),
        new("gates", "出入口", new("填写出入口编号，用分号分开；留空表示全部。", "Give ids of gates between semicolons; nothing for all.")),
        new("areas", "区域", new("填写区域名称，用分号分开，或留空。", "Give names of areas between semicolons, or nothing.")),
        new("hours", "时段", new("按 周一至周五 08:00-18:00 填写，或留空。", "Write it like Mon-Fri 08:00-18:00, or leave it empty.")),
        new("entries", "次数", new("填写 1 至 1000 的整数，或留空。", "Give a whole number from 1 to 1000, or nothing.")),
    ], ["name"]);

    /// <summary>Reads a file. Faults concern its form alone; what the drafts hold is not looked at.</summary>
    public static (List<(TableLine Line, GrantDraft Draft)> Rows, List<ImportFault> Faults) Read(ReadOnlySpan<byte> file, CrewTerms terms, TimeZoneInfo zone) =>
        TableReader.Read(file, Form, MostRows, zone, cells => new GrantDraft(
            cells.Text("tag") ?? terms.Tag ?? "",
            cells.Text("host") ?? terms.Host ?? "",
            terms.Until,
            Worker: null,
            cells.Text("name"),
            cells.Text("phone"),
            Face: null,
            Names(cells.Text("gates")),
            Names(cells.Text("areas")),
            terms.From,
            cells.Text("hours"),
            terms.Holidays,
            cells.Number("entries")));

    private static string[] Names(string? cell)
    {
        if (string.IsNullOrWhiteSpace(cell))
        {
            return [];
        }

        var names = cell.Split([';', '；', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // A cell that holds no name is a fault of its row: nothing at all would mean everywhere.
        return names.Length == 0 ? [""] : names;
    }
}
