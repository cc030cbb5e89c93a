using Gateway.Cloud.Contract;

namespace Gateway.Edge.Plans;

/// <summary>Why an upload is refused, and what to do; what goes on record of plans.</summary>
internal static class PlanWords
{
    public static LocalizedText NoFile { get; } = new("请选择一张平面图（PNG 或 JPEG）。", "Choose a plan, PNG or JPEG.");

    public static LocalizedText TooManyBytes { get; } = new(
        $"文件过大：最多 {PlanUpload.LargestBytes >> 20} MB。请缩小图片，或另存为 JPEG。", $"The file is too large: at most {PlanUpload.LargestBytes >> 20} MB. Make the picture smaller, or save it as JPEG.");

    public static LocalizedText Svg { get; } = new(
        "不接受 SVG：它是一段可以带脚本和外部引用的程序，不只是图片。请在绘图软件里导出为 PNG。",
        "SVG is not taken: it is a document that can carry scripts and references to other places, not only a picture. Export it as PNG from your drawing program.");

    public static LocalizedText NoPicture { get; } = new("这个文件不是图片。请选择 PNG 或 JPEG 格式的平面图。", "This file is not a picture. Choose a plan as PNG or JPEG.");

    public static LocalizedText Damaged { get; } = new("图片已损坏或不完整，无法读取。请重新导出后再上传。", "The picture is damaged or cut short and cannot be read. Export it again and upload that.");

    public static LocalizedText Unsupported { get; } = new("不支持这种 JPEG（例如印刷用的 CMYK）。请另存为 RGB 的 JPEG 或 PNG。", "JPEG of this kind, such as CMYK for print, is not read. Save it as an RGB JPEG or PNG.");

    public static LocalizedText Interlaced { get; } = new("不支持隔行扫描的 PNG。请取消“隔行”再保存，或另存为 JPEG。", "Interlaced PNG is not read. Save it without interlacing, or as JPEG.");

    public static LocalizedText TooMany { get; } = new($"最多 {PlanBook.MostPlans} 张平面图。请先移除不用的。", $"There can be {PlanBook.MostPlans} plans at most. Remove one that is not used.");

    public static LocalizedText NoName { get; } = new($"请填写名称，1 至 {SitePlan.LongestName} 个字。", $"Give it a name of 1 to {SitePlan.LongestName} characters.");

    public static LocalizedText OtherFormat(string name) => new($"不接受 {name}。请另存为 PNG 或 JPEG。", $"{name} is not taken. Save it as PNG or JPEG.");

    public static LocalizedText TooSmall(int width, int height) => new(
        $"图片只有 {width} × {height} 像素，太小了：宽和高至少各 {PlanUpload.ShortestSide} 像素。",
        $"The picture has {width} × {height} pixels, which is too small: at least {PlanUpload.ShortestSide} wide and high.");

    public static LocalizedText TooManyPixels(int width, int height) => new(
        $"图片有 {width} × {height} 像素，过大：每边最多 {PlanUpload.LongestSide}，总共最多 {PlanUpload.MostPixels / 1_000_000} 百万像素。请缩小后再上传。",
        $"The picture has {width} × {height} pixels, which is too large: at most {PlanUpload.LongestSide} a side and {PlanUpload.MostPixels / 1_000_000} million in all. Make it smaller first.");

    public static LocalizedText Added(string name) => new($"上传平面图“{name}”", $"Plan \"{name}\" uploaded");

    public static LocalizedText Changed(string name, bool withPicture) => withPicture
        ? new($"更换平面图“{name}”的图片", $"Picture of plan \"{name}\" replaced")
        : new($"平面图改名为“{name}”", $"Plan renamed to \"{name}\"");

    public static LocalizedText Restored(string name) => new($"恢复平面图“{name}”的上一张图片", $"Earlier picture of plan \"{name}\" brought back");

    public static LocalizedText Removed(string name) => new($"移除平面图“{name}”及其上的位置", $"Plan \"{name}\" removed with the places on it");

    public static LocalizedText Placed(string plan, double x, double y) => new(
        FormattableString.Invariant($"在平面图“{plan}”上的位置：横 {x * 100:0.#} %，纵 {y * 100:0.#} %"),
        FormattableString.Invariant($"Placed on plan \"{plan}\" at {x * 100:0.#} % across, {y * 100:0.#} % down"));

    public static LocalizedText Unplaced(string plan) => new($"从平面图“{plan}”上取下", $"Taken off plan \"{plan}\"");

    public static LocalizedText NotSaved { get; } = new("无法写入磁盘，没有更改。请检查磁盘空间。", "It could not be written to the disk, and nothing was changed. Check the disk's space.");
}
