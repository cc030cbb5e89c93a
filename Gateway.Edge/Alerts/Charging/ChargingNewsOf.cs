using System.Globalization;
using Gateway.Cloud.Contract.Events;
using Gateway.Drivers.ChargingPoints;
using Gateway.Drivers.Devices;
using Gateway.Edge.Passages;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>How charging points' observations are recorded: under which code, how urgently, in which words.</summary>
internal static class ChargingNewsOf
{
    /// <summary>Null for what is another device's, or is told by another record.</summary>
    public static ChargingNews? Observed(Observation observation) => observation switch
    {
        SmokeDetected => new("smoke", EventPriority.Emergency, new(
            "烟感报警：已切断全部插座和总接触器，请立即到场查看并准备灭火", "Smoke: every outlet and the contactor are being cut off. Go there at once, ready to fight a fire"))
        {
            Fire = true,
        },
        SmokeCleared => new("smoke-cleared", EventPriority.Normal, new(
            "烟感恢复正常；查看现场后再手动恢复供电", "The smoke detector is quiet again; look before power is restored by hand")),
        OverTemperature { Outlet: null } hot => new(
            "over-temperature",
            EventPriority.Emergency,
            new(
                $"充电棚过热：{Number(hot.Temperature)} °C，上限 {Number(hot.Limit)} °C，已切断全部插座，请立即到场查看",
                $"The shed is too hot: {Number(hot.Temperature)} °C, the limit is {Number(hot.Limit)} °C. Every outlet is being cut off; go there at once"),
            Meter: new MeterReading(0, Temperature: hot.Temperature))
        {
            Fire = true,
            Limit = hot.Limit,
        },
        OverTemperature hot => new(
            "over-temperature",
            EventPriority.High,
            new(
                $"插座 {hot.Outlet} 过热：{Number(hot.Temperature)} °C，上限 {Number(hot.Limit)} °C，已断电，请查看",
                $"Outlet {hot.Outlet} is too hot: {Number(hot.Temperature)} °C, the limit is {Number(hot.Limit)} °C. It is being cut off; have a look"),
            hot.Outlet,
            new MeterReading(0, Temperature: hot.Temperature))
        {
            Fire = true,
            Limit = hot.Limit,
        },
        CutOffFailed failed => new(
            "cut-off-failed",
            EventPriority.Emergency,
            new($"插座 {failed.Outlet} 断电失败：{failed.Cause.Zh}", $"Outlet {failed.Outlet} could not be cut off: {failed.Cause.En}"),
            failed.Outlet,
            failed.Power is { } watts ? new MeterReading(watts) : null),
        ContactorFailed failed => new("contactor-failed", EventPriority.Emergency, new(
            $"总接触器断开失败：{failed.Cause.Zh}", $"The contactor could not be opened: {failed.Cause.En}")),
        ContactorOpened opened => new("contactor-opened", EventPriority.Normal, new(
            $"已断开总接触器：{opened.Reason.Zh}", $"The contactor was opened: {opened.Reason.En}")),
        ContactorVerified => new("contactor-verified", EventPriority.Normal, new(
            "总接触器已断开，电表确认无电", "The contactor is open, and every meter shows that no power flows")),
        ContactorClosed => new("contactor-closed", EventPriority.Info, new("总接触器已合上", "The contactor is closed")),
        CutOffVerified done => new("cut-off-verified", EventPriority.Normal, done.Reason.Localized(), done.Outlet),
        MeterImplausible meter => new("meter-implausible", EventPriority.Normal, meter.Problem.Localized(), meter.Outlet),
        MeterReported meter => new("meter", EventPriority.Info, new("电表读数", "Meter reading"), meter.Outlet, meter.Meter) { Sparing = true },
        OutletChanged { State: OutletState.Charging } change =>
            new("charging-begun", EventPriority.Info, change.Reason.Localized(), change.Outlet, change.Meter) { Sparing = true },
        OutletChanged { State: OutletState.Idle } change =>
            new("charging-rests", EventPriority.Info, change.Reason.Localized(), change.Outlet, change.Meter) { Sparing = true },
        _ => null,
    };

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
