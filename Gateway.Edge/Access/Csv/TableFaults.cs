using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Csv;

/// <summary>What can be wrong with a table as such, in words.</summary>
internal static class TableFaults
{
    private const int LongestValue = 64;

    public static ImportFault Encoding { get; } = new(1, null, "", new("文件编码无法识别。", "The file's encoding is unknown."), new(
        "请另存为“CSV UTF-8（逗号分隔）”后重试。", "Save it as CSV UTF-8 and try again."));

    public static ImportFault Empty { get; } = new(1, null, "", new("文件是空的。", "The file is empty."), new(
        "请先导出一份表格作为样板。", "Export a table first and fill that in."));

    public static ImportFault TooLarge(int most) => new(1, null, "", new(
        $"文件超过 {most / 1024 / 1024} MB。", $"The file is larger than {most / 1024 / 1024} MB."), Split);

    public static ImportFault TooMany(int line, int most) => new(line, null, "", new($"超过 {most} 行。", $"There are more than {most} rows."), Split);

    public static ImportFault Quotes(CsvRow row) => new(row.Line, null, Brief(string.Join(',', row.Fields)), new(
        "引号没有配对。", "The quotation marks do not match."), new("请删除该行多余的引号。", "Remove the odd quotation mark from this row."));

    public static ImportFault TooManyCells(CsvRow row, int columns) => new(row.Line, null, Brief(string.Join(',', row.Fields)), new(
        $"该行有 {row.Fields.Count} 个单元格，表头只有 {columns} 列。", $"The row has {row.Fields.Count} cells, the header {columns}."), new(
        "含逗号的内容请加引号，或删除多余的单元格。", "Quote what holds a comma, or remove the cells that are too many."));

    public static ImportFault UnknownColumn(TableForm form, int line, string heading) => new(line, Brief(heading), Brief(heading), new(
        "没有这一列。", "There is no such column."), new($"请删除该列，或改为：{string.Join('、', form.Columns.Select(column => column.Heading))}。", $"Remove it, or name it one of: {string.Join(", ", form.Columns.Select(column => column.Field))}."));

    public static ImportFault RepeatedColumn(int line, string heading) => new(line, Brief(heading), Brief(heading), new(
        "该列重复。", "The column is there twice."), new("请删除其中一列。", "Remove one of them."));

    public static ImportFault MissingColumn(int line, TableColumn column) => new(line, column.Heading, "", new(
        $"缺少“{column.Heading}”列。", $"The column {column.Field} is missing."), column.Fix);

    /// <summary>A value as a message shows it.</summary>
    public static string Brief(string value)
    {
        var shown = new string([.. value.Where(character => !char.IsControl(character))]);
        return shown.Length <= LongestValue ? shown : shown[..LongestValue];
    }

    private static LocalizedText Split => new("请拆分成几个文件。", "Split it into several files.");
}
