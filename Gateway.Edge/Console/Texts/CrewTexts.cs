using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page that grants access to a contractor's crew says.</summary>
internal static class CrewTexts
{
    public static LocalizedText Title { get; } = new("导入施工队", "Import a crew");

    public static LocalizedText Lead { get; } = new(
        "一份表格、同一个结束时间。先预览，不会改变任何内容；有错的行逐一指出，改好再传，或只导入正确的行。",
        "One table, one end for all. First a preview, which changes nothing; each faulty row is told: put it right and upload again, or take over the right rows alone.");

    public static LocalizedText File { get; } = new("施工队名单（CSV）", "The crew (CSV)");

    public static LocalizedText FileHint { get; } = new("最大 4 MB，至多 2000 行，UTF-8 或 GB18030；必填列：姓名。", "4 MB and 2,000 rows at most, UTF-8 or GB18030; needed column: name.");

    public static LocalizedText Template { get; } = new("下载模板", "Download a template");

    public static LocalizedText Until { get; } = new("全体到什么时候", "Until when, for all");

    public static LocalizedText Tag { get; } = new("标签", "Tag");

    public static LocalizedText TagInFile { get; } = new("按表格", "as in the table");

    public static LocalizedText ForEmpty { get; } = new("用于表格中没有填写的行", "For rows that have none of their own");

    public static LocalizedText Would { get; } = new("预览：{0} 行正确，都到 {1} 结束", "Preview: {0} rows are right; all end at {1}");

    public static LocalizedText Did { get; } = new("已授权 {0} 人，都到 {1} 结束", "{0} people are granted access; all end at {1}");

    public static LocalizedText Passes { get; } = new("在临时授权页的“凭证”里给每个人发手机通行码。", "Give each of them a code for the phone by “Pass” on the page of temporary access.");

    public static LocalizedText Faults { get; } = new("有 {0} 处错误，还没有导入任何一行；正确的有 {1} 行", "{0} faults, nothing was taken over yet; {1} rows are right");

    public static LocalizedText LeftOut { get; } = new("有 {0} 处错误的行没有导入", "Rows with {0} faults were left out");

    public static LocalizedText Confirm { get; } = new("导入 {0} 行", "Import {0} rows");

    public static LocalizedText ConfirmGood { get; } = new("只导入正确的 {0} 行", "Import the {0} right rows alone");
}
