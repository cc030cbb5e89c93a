using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page of one stay says.</summary>
internal static class StayTexts
{
    public static LocalizedText Title { get; } = new("停车记录", "Stay");

    public static LocalizedText Minutes { get; } = new("补付分钟", "Minutes paid for");

    public static LocalizedText Settle { get; } = new("超时已结清", "Overstay is settled");

    public static LocalizedText AddMinutes { get; } = new("增加分钟", "Add minutes");

    public static LocalizedText End { get; } = new("车已离场（未看到）", "It has left unseen");

    public static LocalizedText Done { get; } = new("已保存，并记入日志。", "Saved, and on record.");

    public static LocalizedText Look { get; } = new("处理", "Handle");
}
