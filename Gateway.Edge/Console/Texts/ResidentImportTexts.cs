using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page that takes residents over from a CSV file says.</summary>
internal static class ResidentImportTexts
{
    public static LocalizedText Title { get; } = new("从 CSV 导入住户", "Import residents from CSV");

    public static LocalizedText Lead { get; } = new(
        "不含人脸：人脸须本人同意后在住户页面录入。先预览，不会改变任何内容；文件里有一行错误就整份不导入。导入只增加和更改，不移除。",
        "Without faces: those need each person's consent and are enrolled on the resident's page. First a preview, which changes nothing; one faulty row and none is taken over. An import adds and changes, and removes nothing.");

    public static LocalizedText Template { get; } = new("下载模板", "Download the template");

    public static LocalizedText FileHint { get; } = new(
        "最大 4 MB。列：姓名、房号、电话、租期结束；同名同房号视为同一人。",
        "4 MB at most. Columns: name, unit, phone, leaseEnd; the same name in the same unit is the same person.");

    public static LocalizedText HalfDone { get; } = new(
        "住户已导入，但租期没有存上。请再导入同一文件补上。",
        "The residents are in, but their leases could not be stored. Import the same file again to add them.");
}
