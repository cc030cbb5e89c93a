using Gateway.Cloud.Contract;
using Gateway.Edge.Perception.Plates;

namespace Gateway.Edge.Console.Texts;

/// <summary>Plates, and the keys on which one is typed.</summary>
internal static class PlateTexts
{
    public static LocalizedText Plate { get; } = new("车牌号", "Plate number");

    public static LocalizedText Hint { get; } = new("例如 京A12345；新能源车为 8 位", "Such as 京A12345; new-energy vehicles have 8 characters");

    public static LocalizedText Unread { get; } = new("未识别车牌", "Plate not read");

    public static LocalizedText Keys { get; } = new("车牌键盘", "Plate keys");

    public static LocalizedText ShowKeys { get; } = new("打开车牌键盘", "Show plate keys");

    public static LocalizedText OwnKeys { get; } = new("用自己的键盘", "Use my own keyboard");

    public static LocalizedText Back { get; } = new("删除一位", "Delete one character");

    public static LocalizedText NewEnergy { get; } = new("新能源", "New energy");

    public static LocalizedText NotAPlate { get; } = new(
        "这不是完整的车牌号。请填省份简称、字母和 5 位（新能源 6 位）号码，例如 京A12345。",
        "That is not a whole plate number. Enter the province's character, a letter and 5 characters (6 for new energy), such as 京A12345.");

    public static LocalizedText Kind(PlateKind kind) => kind switch
    {
        PlateKind.NewEnergy => new("新能源车牌", "New-energy plate"),
        PlateKind.Police => new("警车车牌", "Police plate"),
        PlateKind.Learner => new("教练车车牌", "Driving-school plate"),
        PlateKind.Trailer => new("挂车车牌", "Trailer plate"),
        PlateKind.HongKong => new("粤港两地车牌", "Hong Kong cross-border plate"),
        PlateKind.Macau => new("粤澳两地车牌", "Macau cross-border plate"),
        PlateKind.Embassy => new("使领馆车牌", "Embassy or consulate plate"),
        _ => new("普通车牌", "Ordinary plate"),
    };
}
