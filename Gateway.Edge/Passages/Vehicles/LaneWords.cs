using Gateway.Cloud.Contract;

namespace Gateway.Edge.Passages.Vehicles;

/// <summary>What a lane says where the rules of access say nothing. The same words stand on screens and in the journal.</summary>
internal static class LaneWords
{
    public static LocalizedText Flat { get; } = new(
        "镜头前像是屏幕或打印的车牌，不予放行；请让真实车辆驶近，或由门卫核对",
        "What the camera sees looks like a plate on a screen or a print: not let in. Let the vehicle itself come closer, or have the guard look");

    public static LocalizedText Unsure { get; } = new(
        "车牌看不清，不能凭猜测放行；请擦净车牌或稍向后退再驶近，或由门卫核对",
        "The plate is not clear, and nothing opens on a guess: clean it, or back off and come again, or have the guard look");

    public static LocalizedText NoPlate { get; } = new(
        "车辆停在道闸前，但看不到车牌；请门卫核对",
        "A vehicle stands before the barrier and shows no plate; the guard looks");

    public static LocalizedText DidNotPass { get; } = new(
        "已两次抬杆，车辆没有通过；请门卫查看",
        "The arm was raised twice and the vehicle did not pass; the guard looks");

    public static LocalizedText Restarts { get; } = new(
        "车道程序出错，正在自动重新开始；若反复出现，请查看网关日志",
        "The lane failed and begins again by itself; if that comes again, see the gateway's log");

    public static LocalizedText SentAway { get; } = new("门卫本次不予放行", "Turned away by the guard, this once");

    public static LocalizedText ByGuard(string why) => new($"门卫放行：{why}", $"Let through by the guard: {why}");

    public static LocalizedText Away(string why) => new($"{SentAway.Zh}：{why}", $"{SentAway.En}: {why}");

    public static LocalizedText Fault(LocalizedText cause) => new(
        $"应予放行，但道闸没有抬起：{cause.Zh}；请门卫查看，必要时手动抬杆",
        $"Was to be let through, but the barrier did not rise: {cause.En} The guard looks, and raises the arm by hand where needed");
}
