using Gateway.Edge.Orders;

namespace Gateway.Edge.Alerts.Charging;

/// <summary>What is answered to an order that a charging point carried out; the others are faults with words of their own.</summary>
internal static class ChargingAnswers
{
    public static OrderAnswer Opened { get; } = new(true, "contactor-opened", new(
        "已下令断开总接触器；是否生效由电表确认，请查看 charging list", "The contactor is told to open. Its meters tell whether it did: see charging list."));

    public static OrderAnswer Closed { get; } = new(true, "contactor-closed", new(
        "总接触器已合上；各插座保持断电，需要时再逐个通电", "The contactor is closed. Outlets stay off until each is switched on."));

    public static OrderAnswer SwitchedOn(string outlet) => new(true, "switched-on", new($"插座 {outlet} 已通电", $"Outlet {outlet} is switched on."));

    public static OrderAnswer CutOff(string outlet) => new(true, "cut-off", new(
        $"已下令断开插座 {outlet}；是否生效由电表确认，请查看 charging list", $"Outlet {outlet} is told to be off. Its meter tells whether it is: see charging list."));
}
