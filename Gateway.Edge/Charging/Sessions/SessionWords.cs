using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Drivers.ChargingPoints;
using Gateway.Edge.Charging.Rules;

namespace Gateway.Edge.Charging.Sessions;

/// <summary>The sentences of sessions: the same on the phone, in the console and in the journal.</summary>
internal static class SessionWords
{
    public static LocalizedText Begun { get; } = new("开始充电", "Charging has begun");

    public static LocalizedText Removed { get; } = new("插座已从设备配置中移除", "The outlet stands no more in the hardware file");

    public static LocalizedText GatewayWasOff { get; } = new("网关断电或意外停止，插座因此断电", "The gateway lost power or stopped; the outlet was off from then on");

    public static LocalizedText Unproven { get; } = new(
        "电表未能确认插座已断电：请勿触碰插座，通知物业。", "The meter has not shown that the outlet is without power: do not touch it, and tell the property.");

    public static LocalizedText NightRefusal { get; } = new("夜间不能开始充电", "Charging cannot be started at night");

    public static LocalizedText InUse { get; } = new("插座正在使用", "The outlet is in use");

    public static LocalizedText StillWarm { get; } = new(
        "插座刚才温度过高，尚未冷却：请换一个插座", "This outlet became too hot and has not cooled yet: use another one");

    public static LocalizedText TooManyStarts { get; } = new("这个插座刚才启停过于频繁，请稍后再试", "This outlet was started too often just now: try again later");

    public static LocalizedText NotRecorded { get; } = new(
        "无法写入记录，没有通电：请稍后再试或通知物业", "Nothing was switched on, because it could not be put on record: try again later, or tell the property");

    public static LocalizedText NotSwitchedOn { get; } = new(
        "没有通电：请先插好充电器再试；仍然不行请换一个插座，并告诉物业", "It could not be switched on: plug the charger in and try again; if that fails use another outlet, and tell the property");

    /// <summary>Why a session ended, or is being ended, in one sentence.</summary>
    public static LocalizedText Of(EndReason reason) => reason switch
    {
        EndReason.Full => new("已充满", "The battery is full"),
        EndReason.TimeLimit => new("已到最长充电时间", "The longest charging time is over"),
        EndReason.Overload => new("功率过大，插座已断电", "Too much power was drawn, so the outlet was switched off"),
        EndReason.Heat => new("温度过高，插座已断电", "It became too hot, so the outlet was switched off"),
        EndReason.Smoke => new("充电棚烟雾报警，已全部断电", "There was smoke in the shed, so everything was switched off"),
        EndReason.NotACharger => new("接入的不像电瓶车充电器，插座已断电", "What was plugged in does not behave like an e-bike charger, so the outlet was switched off"),
        EndReason.Reconnects => new("插头反复断开，可能接触不良，插座已断电", "The plug kept losing contact, so the outlet was switched off"),
        EndReason.StoppedByYou => new("您已结束充电", "You ended it"),
        EndReason.StoppedByProperty => new("物业已结束充电", "The property ended it"),
        EndReason.PowerFailure => new("停电，充电中断", "The power failed"),
        EndReason.Unplugged => new("插头已拔下，或充电器自行停止", "The plug was pulled, or the charger stopped by itself"),
        EndReason.NothingPlugged => new("没有接入充电器", "No charger was plugged in"),
        EndReason.Night => new("夜间停止充电", "Charging is not allowed at night"),
        EndReason.NeighbourHeat => new("旁边的插座过热，整个充电棚已断电", "Another outlet became too hot, so the whole shed was switched off"),
        EndReason.GatewayStopped => new("系统维护，充电中断", "The system was stopped for maintenance"),
        _ => new("设备故障，插座已断电", "A device failed, so the outlet was switched off"),
    };

    /// <summary>What whoever charges does next; null where nothing is left to do.</summary>
    public static LocalizedText? NextOf(EndReason reason) => reason switch
    {
        EndReason.Full => new("请拔下充电器，把插座让给邻居。", "Please unplug and leave the outlet to your neighbours."),
        EndReason.TimeLimit or EndReason.Night or EndReason.NothingPlugged or EndReason.GatewayStopped or EndReason.PowerFailure => new(
            "需要时请再次扫码开始。", "Scan the code again to go on when you need to."),
        EndReason.Overload or EndReason.NotACharger => new("这里只能给电瓶车充电。", "Only e-bikes may be charged here."),
        EndReason.Heat => new("冷却前请勿触碰充电器和电池，并检查充电器。", "Leave charger and battery alone until they are cool, and have the charger checked."),
        EndReason.Smoke => new("请勿靠近充电棚，等待物业通知。", "Stay away from the shed until the property says otherwise."),
        EndReason.Reconnects => new("请插紧插头；仍然如此请更换插座或检查充电器。", "Push the plug in firmly; if it goes on, use another outlet or have the charger checked."),
        EndReason.NeighbourHeat => new("请等待物业检查后再充电。", "Wait until the property has looked at it."),
        EndReason.Fault => new("请换一个插座，并告诉物业。", "Use another outlet, and tell the property."),
        _ => null,
    };

    /// <summary>What a reading adds to a reason; null where it adds nothing.</summary>
    public static LocalizedText? DetailOf(EndReason reason, OutletStatus outlet, ChargingOptions limits) => (reason, outlet.Meter) switch
    {
        (EndReason.Overload, { } meter) => new($"{Number(meter.Power)} 瓦，上限 {Number(limits.MostPower)} 瓦", $"{Number(meter.Power)} W, the limit is {Number(limits.MostPower)} W"),
        (EndReason.Heat, { Temperature: { } warm }) => new(
            $"插座 {Number(warm)} °C，比充电中最凉时高出 {Number(limits.MostWarming)} °C 以上", $"The outlet reached {Number(warm)} °C, more than {Number(limits.MostWarming)} °C above its coolest"),
        (EndReason.TimeLimit, _) => new($"{Number(limits.MostTime.TotalHours)} 小时", $"{Number(limits.MostTime.TotalHours)} h"),
        (EndReason.PowerFailure, null) => new("电表没有应答", "The meter did not answer"),
        _ => null,
    };

    /// <summary>Reason and detail as one text.</summary>
    public static LocalizedText Joined(EndReason reason, LocalizedText? detail) => Of(reason) is var words && detail is null
        ? words
        : new($"{words.Zh}（{detail.Zh}）", $"{words.En} ({detail.En})");

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
