using System.Globalization;
using Gateway.Drivers.Devices;

namespace Gateway.Drivers.ChargingPoints;

/// <summary>The sentences of charging points.</summary>
internal static class ChargingWords
{
    public static Wording NotRead { get; } = new("电表尚未读到", "The meter has not been read yet");

    public static Wording IsOff { get; } = new("已断电", "Off");

    public static Wording SwitchedOn { get; } = new("已通电", "Switched on");

    public static Wording Draws { get; } = new("正在充电", "Something charges");

    public static Wording DrawsNothing { get; } = new("没有负载", "Nothing draws power");

    public static Wording DrawsThoughOff { get; } = new("未开启却有电流", "Power flows although the outlet was not switched on");

    public static Wording Smoke { get; } = new("烟感报警", "The smoke detector has tripped");

    public static Wording Repaired { get; } = new("接触器重新合上，重新监测", "The contactor was closed again; the outlet is watched anew");

    public static Wording NothingReads { get; } = new(
        "有电表没有可信的读数，无法确认已断电：请到现场查看并手动断开总开关",
        "not every meter gives a reading to trust, so nothing proves that the power is off: go and look, and open the breaker by hand");

    public static Wording MeterSilent { get; } = new(
        "电表没有应答，无法确认已断电：请检查电表供电和接线",
        "its meter does not answer, so nothing proves that the power is off: check the meter's supply and wiring");

    public static Wording MeterUntrusted { get; } = new(
        "电表读数不可信，无法确认已断电：请检修电表", "its meter contradicts itself, so nothing proves that the power is off: have it repaired");

    public static Wording StillDraws(double watts) => new(
        $"仍有 {Number(watts)} 瓦：继电器可能粘连，请勿使用该插座，更换继电器",
        $"{Number(watts)} W still flow: its relay is probably welded. Do not use the outlet, replace the relay");

    public static Wording RelayNotDriven(string why) => new($"继电器无法驱动：{why}", $"its relay cannot be driven: {why}");

    public static Wording ContactorNotDriven(string why) => new(
        $"接触器无法驱动，请到现场手动断开总开关：{why}", $"the contactor cannot be driven, open the breaker by hand: {why}");

    public static Wording ContactorStillFeeds(string outlet, double watts) => new(
        $"插座 {outlet} 仍有 {Number(watts)} 瓦：接触器可能粘连，请到现场手动断开总开关",
        $"outlet {outlet} still draws {Number(watts)} W: the contactor is probably welded, open the breaker by hand");

    public static Wording Overload(double watts, double limit) => new(
        $"过载：{Number(watts)} 瓦，上限 {Number(limit)} 瓦", $"Overload: {Number(watts)} W, the limit is {Number(limit)} W");

    public static Wording TooHot(double celsius, double limit) => new(
        $"过热：{Number(celsius)} °C，上限 {Number(limit)} °C", $"Too hot: {Number(celsius)} °C, the limit is {Number(limit)} °C");

    public static Wording AirTooHot(double celsius, double limit) => new(
        $"充电棚过热：{Number(celsius)} °C，上限 {Number(limit)} °C", $"The shed is too hot: {Number(celsius)} °C, the limit is {Number(limit)} °C");

    public static Wording AirIsHot { get; } = new(
        "充电棚过热，插座已断电：请到现场查看，冷却后才能使用", "The shed is too hot and its outlets are off: go and look; they can be used again when it has cooled down");

    public static Wording DetectorLost(string why) => new($"烟感读不到：{why}", $"The smoke detector cannot be read: {why}");

    public static Wording SmokeSensorLost(string why) => new($"模拟量烟感读不到：{why}", $"The analogue smoke sensor cannot be read: {why}");

    public static Wording ThermometerLost(string why) => new($"充电棚温度读不到：{why}", $"The shed's thermometer cannot be read: {why}");

    public static Wording CutOffOf(string outlet) => new($"插座 {outlet} 断电未生效", $"Outlet {outlet} could not be cut off");

    public static Wording RefusedHot { get; } = new("插座过热，冷却后才能使用", "the outlet is too hot: it can be used again when it has cooled down");

    public static Wording RefusedHotAir { get; } = new("充电棚过热，冷却后才能使用", "the shed is too hot: it can be used again when it has cooled down");

    public static Wording RefusedStuck { get; } = new("插座断电失败，检修前不能使用", "the outlet could not be cut off: it stays closed to use until it is repaired");

    public static Wording RefusedCutting { get; } = new("插座正在断电", "the outlet is being cut off");

    public static Wording RefusedUnread { get; } = new("电表没有应答，无法监测，不能通电", "its meter does not answer, and nobody could watch it");

    public static Wording RefusedSmoke { get; } = new("烟感报警，不能通电", "the smoke detector has tripped");

    public static Wording RefusedBlind { get; } = new("烟感读不到，不能通电", "the smoke detector cannot be read");

    public static Wording RefusedStopped { get; } = new("充电棚未在监测，不能通电", "nobody watches the shed just now");

    public static Wording RefusedOpen { get; } = new("接触器已断开，检查后重新合上才能使用", "the contactor is open: close it again after somebody has looked");

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
