using Gateway.Drivers.Devices;

namespace Gateway.Drivers.Buses.Ocpp.Points;

/// <summary>The states of a connection in words.</summary>
internal static class LinkWords
{
    public static OcppLink NeverSeen(string charger, DateTimeOffset at) => new(false, "never-seen", new Wording(
        $"充电桩 {charger} 尚未连接。请在充电桩上填写网关地址、编号与密码",
        $"Charger {charger} has not connected yet. Enter the gateway's address, the id and the password at the charger."), at);

    public static OcppLink Connected(string charger, DateTimeOffset at) => new(true, "ok", new Wording(
        $"充电桩 {charger} 已连接", $"Charger {charger} is connected."), at);

    public static OcppLink Quiet(string charger, TimeSpan silence, DateTimeOffset at) => new(false, "quiet", new Wording(
        $"充电桩 {charger} 已 {silence.TotalSeconds:0} 秒没有消息。请检查充电桩电源与网络",
        $"Charger {charger} has said nothing for {silence.TotalSeconds:0} s. Check its power and network."), at);

    public static OcppLink Ended(string charger, string code, DateTimeOffset at) => new(false, code, code switch
    {
        "misbehaving" => new Wording(
            $"充电桩 {charger} 发来无法处理的数据，连接已关闭。请检查其固件", $"Charger {charger} sent what cannot be taken and was cut off. Check its firmware."),
        "stopped" => new Wording($"网关已停止监听充电桩 {charger}", $"The gateway does not listen to charger {charger} just now."),
        _ => new Wording(
            $"充电桩 {charger} 已断开，会自动重连。若持续离线，请检查其电源与网络",
            $"Charger {charger} is disconnected and dials in again by itself. If it stays away, check its power and network."),
    }, at);
}
