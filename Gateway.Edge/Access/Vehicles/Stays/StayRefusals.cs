using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.Stays;

/// <summary>Corrections of stays in words, and why one is refused.</summary>
internal static class StayRefusals
{
    public static VehicleRefusal Inside { get; } = new("plate", "inside", new LocalizedText(
        "该车已在场内。", "This vehicle is inside already."));

    public static VehicleRefusal Over { get; } = new("id", "over", new LocalizedText(
        "该次停留已结束，不能再更改。", "This stay is over and cannot be changed any more."));

    public static VehicleRefusal Future { get; } = new("at", "future", new LocalizedText(
        "时间不能晚于现在。", "The time must not be in the future."));

    public static VehicleRefusal BeforeEntry { get; } = new("at", "order", new LocalizedText(
        "离场时间不能早于进场时间。", "It cannot leave before it came."));

    public static VehicleRefusal NothingToSettle { get; } = new("id", "not-over", new LocalizedText(
        "该车没有超时，无需结清。", "This vehicle has not overstayed; there is nothing to settle."));

    public static VehicleRefusal NoLimit { get; } = new("minutes", "no-limit", new LocalizedText(
        "该车没有时长限制，无需加时。", "This vehicle may stay as long as it likes; there is nothing to add."));

    public static VehicleRefusal Minutes { get; } = new("minutes", "range", new LocalizedText(
        "请填写 1 至 525600 的整数分钟。", "Give whole minutes from 1 to 525600."));

    public static LocalizedText BegunWords { get; } = new("人工补记一辆车进场。", "A vehicle was noted as inside by hand.");

    public static LocalizedText EndedWords { get; } = new("人工补记一辆车离场。", "A vehicle was noted as gone by hand.");

    public static LocalizedText ForgottenWords { get; } = new(
        "一辆车久未出现，按未看到离场结束停留。", "A vehicle was not seen for so long that it is taken to have left unseen.");

    public static LocalizedText SettledWords { get; } = new("一辆车的超时已结清。", "The overstay of a vehicle was settled.");

    public static LocalizedText ExtendedWords { get; } = new("为一辆车加时。", "Minutes were added to a vehicle's stay.");

    public static LocalizedText OverstayWords(Stay stay) => new(
        $"一辆车停放超过允许的 {stay.AllowedMinutes} 分钟。请联系车主，或由门岗在出口结清。",
        $"A vehicle has stayed for more than the {stay.AllowedMinutes} minutes allowed. Call its owner, or settle it at the exit.");
}
