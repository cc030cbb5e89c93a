using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What people call the kinds of device and bus.</summary>
internal static class KindTexts
{
    private static readonly Dictionary<string, (LocalizedText Name, string Icon)> s_kinds = new(StringComparer.Ordinal)
    {
        ["face-gate"] = (new("人脸门禁", "Face gates"), "door"),
        ["terminal-gate"] = (new("人脸门禁一体机", "Face terminals"), "door"),
        ["falling-object-camera"] = (new("高空抛物摄像机", "Falling-object cameras"), "eye"),
        ["vehicle-barrier"] = (new("车辆道闸", "Vehicle barriers"), "barrier"),
        ["alarm-streetlight"] = (new("一键报警路灯", "Alarm streetlights"), "lamp"),
        ["charging-point"] = (new("电瓶车充电桩", "Charging points"), "plug"),
        ["gpio"] = (new("GPIO 接口", "GPIO lines"), "bus"),
        ["modbus-tcp"] = (new("Modbus TCP", "Modbus TCP"), "bus"),
        ["modbus-rtu"] = (new("Modbus RTU", "Modbus RTU"), "bus"),
        ["sensors"] = (new("传感器", "Sensors"), "bus"),
        ["onvif"] = (new("ONVIF", "ONVIF"), "bus"),
        ["ocpp"] = (new("OCPP 充电中心", "OCPP central system"), "bus"),
        ["http-push"] = (new("HTTP 推送", "HTTP push"), "bus"),
        ["simulated"] = (new("模拟总线", "Simulated bus"), "bus"),
    };

    /// <summary>The kind in words; the kind itself where there are none.</summary>
    public static LocalizedText Name(string kind) => s_kinds.TryGetValue(kind, out var known) ? known.Name : new LocalizedText(kind, kind);

    /// <summary>The kind's icon.</summary>
    public static string Icon(string kind) => s_kinds.TryGetValue(kind, out var known) ? known.Icon : "tool";
}
