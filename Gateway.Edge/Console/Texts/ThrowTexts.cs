using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the calibration page says about test throws.</summary>
internal static class ThrowTexts
{
    public static LocalizedText Throws { get; } = new("试抛检验", "Check with a test throw");

    public static LocalizedText ThrowsHint { get; } = new(
        "确认楼下无人并有人看守，再从已知楼层抛下软球之类的物品。开启期间测到的坠落都记为测试，不报警、不计数。",
        "Make sure that nobody is below and somebody keeps watch; then drop something soft, such as a ball, from a floor you know. Falls found meanwhile are recorded as tests: they alert nobody and are not counted.");

    public static LocalizedText Minutes { get; } = new("时长（分钟）", "For (minutes)");

    public static LocalizedText Begin { get; } = new("开始试抛", "Begin");

    public static LocalizedText End { get; } = new("结束", "End now");

    public static LocalizedText ArmedUntil { get; } = new("试抛模式到 {0} 为止：此时真的坠落也不会报警", "Test throws until {0}: a real fall alerts nobody meanwhile");

    public static LocalizedText NotArmed { get; } = new("未开启：坠落照常报警", "Not begun: falls alert as usual");

    public static LocalizedText NoThrows { get; } = new("还没有试抛", "No test throws yet");

    public static LocalizedText NoThrowsHint { get; } = new("开始后抛下物品，结果会自动显示在这里。", "Begin and drop something: the result appears here by itself.");

    public static LocalizedText ThrownFrom { get; } = new("实际从几层抛下", "Thrown from floor");

    public static LocalizedText Compare { get; } = new("比较", "Compare");

    public static LocalizedText TrackOf { get; } = new("第 {0} 次试抛的轨迹", "Track of test throw {0}");

    public static LocalizedText NoFloor { get; } = new("没有测出楼层", "No floor was found");

    public static LocalizedText FloorRange { get; } = new("可能的楼层", "Floors possible");

    public static LocalizedText FloorNow { get; } = new("按现在的标定", "By the calibration now");

    public static LocalizedText Height { get; } = new("起点高度", "Height of the start");

    public static LocalizedText Column { get; } = new("窗列", "Column");

    public static LocalizedText Manner { get; } = new("方式", "Manner");

    public static LocalizedText Dropped { get; } = new("掉落", "dropped");

    public static LocalizedText Size { get; } = new("大小", "Size");

    public static LocalizedText MeasuredGravity { get; } = new("加速度（自由落体 9.81）", "Acceleration (free fall 9.81)");

    public static LocalizedText Residual { get; } = new("轨迹误差", "Residual");

    public static LocalizedText Duration { get; } = new("时长", "Duration");

    public static LocalizedText NothingToCompare { get; } = new("没有测出楼层，无法比较", "No floor was found: there is nothing to compare");

    public static LocalizedText ThrowsEnded { get; } = new("人工结束试抛：此后坠落照常报警", "Test throws ended by hand: falls alert as usual from now on");

    public static LocalizedText ThrowsBegun(int minutes) => new(
        $"人工开始试抛 {minutes} 分钟：期间测到的坠落记为测试，不报警", $"Test throws begun by hand for {minutes} min: falls found meanwhile are recorded as tests and alert nobody");

    public static LocalizedText Thrown(double speed) => new($"抛出，水平 {FacadeTexts.Text(Math.Abs(speed), "0.0")} 米/秒", $"thrown, {FacadeTexts.Text(Math.Abs(speed), "0.0")} m/s sideways");

    public static LocalizedText AgreesExactly(int from) => new($"与实际一致：{from} 层", $"Agrees: floor {from}");

    public static LocalizedText AgreesWithin(int from, int off) => new(
        $"在误差范围内：实际 {from} 层，测得{(off > 0 ? "高" : "低")} {Math.Abs(off)} 层",
        $"Agrees within its range: thrown from floor {from}, found {Counted(off)} too {(off > 0 ? "high" : "low")}");

    public static LocalizedText Disagrees(int from, int off, double metres) => new(
        $"不一致：实际 {from} 层，测得{(off > 0 ? "高" : "低")} {Math.Abs(off)} 层（起点离该层楼板 {FacadeTexts.Text(metres, "0.0")} 米）。请核对楼层线",
        $"Does not agree: thrown from floor {from}, found {Counted(off)} too {(off > 0 ? "high" : "low")} (the start is {FacadeTexts.Text(metres, "0.0")} m from that floor's slab). Check the floor lines");

    private static string Counted(int floors) => Math.Abs(floors) == 1 ? "1 floor" : $"{Math.Abs(floors)} floors";
}
