using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page that takes vehicles over from a CSV file says.</summary>
internal static class ImportTexts
{
    public static LocalizedText Title { get; } = new("从 CSV 导入车辆", "Import vehicles from CSV");

    public static LocalizedText Lead { get; } = new(
        "先预览，不会改变任何内容；文件里有一行错误就整份不导入。导入只增加和更改，不移除。",
        "First a preview, which changes nothing; one faulty row and none is taken over. An import adds and changes, and removes nothing.");

    public static LocalizedText File { get; } = new("CSV 文件（UTF-8）", "CSV file (UTF-8)");

    public static LocalizedText FileHint { get; } = new("最大 4 MB。列名与导出的文件相同，可先导出一份照着填。", "4 MB at most. The columns are those of an export: export once and fill it in alike.");

    public static LocalizedText Preview { get; } = new("预览", "Preview");

    public static LocalizedText NoFile { get; } = new("请选择一个 CSV 文件。", "Choose a CSV file.");

    public static LocalizedText TooLarge { get; } = new("文件超过 4 MB，请分成几份。", "The file is larger than 4 MB; split it.");

    public static LocalizedText Would { get; } = new("预览：共 {0} 行，新增 {1}，更改 {2}，不变 {3}", "Preview: {0} rows, {1} new, {2} changed, {3} unchanged");

    public static LocalizedText Did { get; } = new("已导入：共 {0} 行，新增 {1}，更改 {2}，不变 {3}", "Imported: {0} rows, {1} new, {2} changed, {3} unchanged");

    public static LocalizedText Confirm { get; } = new("确认导入", "Import");

    public static LocalizedText Nothing { get; } = new("文件里没有要改变的内容。", "The file changes nothing.");

    public static LocalizedText Faults { get; } = new("有 {0} 处错误，没有导入任何一行", "{0} faults; no row was taken over");

    public static LocalizedText FirstFaults { get; } = new("只显示前 {0} 处。", "The first {0} are shown.");

    public static LocalizedText Row { get; } = new("行", "Row");

    public static LocalizedText Column { get; } = new("列", "Column");

    public static LocalizedText Value { get; } = new("内容", "Value");

    public static LocalizedText Wrong { get; } = new("问题与改法", "What is wrong, and the fix");

    public static LocalizedText WholeRow { get; } = new("整行", "whole row");

    public static LocalizedText Again { get; } = new("换一个文件", "Another file");

    public static LocalizedText Stale { get; } = new("预览已过期，请重新选择文件。", "The preview is no longer held; choose the file again.");
}
