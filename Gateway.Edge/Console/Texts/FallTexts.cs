using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page of falls says.</summary>
internal static class FallTexts
{
    public static LocalizedText Looking { get; } = new("查看高空抛物的图片或视频", "Looks at pictures or clips of falls");

    public static LocalizedText Title { get; } = new("高空抛物", "Falling objects");

    public static LocalizedText ToFalls { get; } = new("高空抛物记录", "Falling objects");

    public static LocalizedText Nothing { get; } = new("近期没有高空抛物", "Nothing has fallen lately");

    public static LocalizedText NothingHint { get; } = new("发现坠落后会自动显示在这里。", "A fall appears here by itself.");

    public static LocalizedText Masked { get; } = new(
        "为保护住户隐私，坠落轨迹以外的画面已遮挡；完整原始录像只供民警查看。",
        "To protect residents, all but the surroundings of the path is hidden; the full recording is for officers alone.");

    public static LocalizedText Still { get; } = new("坠落轨迹图", "Picture of the path");

    public static LocalizedText Clip { get; } = new("坠落录像", "Video of the fall");

    public static LocalizedText Coming { get; } = new("录像将在事后约 20 秒内生成", "The video follows within some 20 seconds");

    public static LocalizedText Test { get; } = new("测试", "Test");

    /// <summary>The heading of an incident.</summary>
    public static LocalizedText Fell(LocalizedText camera, int count) => count == 1
        ? new($"高空抛物：{camera.Zh}", $"Falling object: {camera.En}")
        : new($"高空抛物：{camera.Zh}，共 {count} 件", string.Create(CultureInfo.InvariantCulture, $"Falling objects: {camera.En}, {count} in a row"));
}
