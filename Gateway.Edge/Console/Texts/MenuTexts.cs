using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>The places of the menu.</summary>
internal static class MenuTexts
{
    public static LocalizedText Menu { get; } = new("主菜单", "Main menu");

    public static LocalizedText Status { get; } = new("状态", "Status");

    public static LocalizedText Barriers { get; } = new("道闸", "Barriers");

    public static LocalizedText Grants { get; } = new("临时授权", "Access");

    public static LocalizedText Vehicles { get; } = new("车辆", "Vehicles");

    public static LocalizedText Parking { get; } = new("停车", "Parking");

    public static LocalizedText History { get; } = new("进出记录", "History");

    public static LocalizedText Falls { get; } = new("高空抛物", "Falls");

    public static LocalizedText More { get; } = new("更多", "More");

    public static LocalizedText Repairs { get; } = new("维修", "Repairs");

    public static LocalizedText Devices { get; } = new("设备", "Devices");
}
