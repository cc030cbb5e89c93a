using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Drivers.FallingObjectCameras;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the calibration pages say.</summary>
internal static class FacadeTexts
{
    public static LocalizedText ListTitle { get; } = new("立面标定", "Facade calibration");

    public static LocalizedText ListHint { get; } = new(
        "每台高空抛物摄像机都要标定一次，告警才能说出楼层。", "Each falling-object camera is calibrated once, so that alerts can name the floor.");

    public static LocalizedText NoCameras { get; } = new("没有高空抛物摄像机", "No falling-object cameras");

    public static LocalizedText NoCamerasHint { get; } = new("请先在硬件文件中描述摄像机。", "Describe the cameras in the hardware file first.");

    public static LocalizedText Calibrate { get; } = new("标定", "Calibrate");

    public static LocalizedText CalibrateOf { get; } = new("标定 {0}", "Calibrate {0}");

    public static LocalizedText ToDevices { get; } = new("全部设备", "All devices");

    public static LocalizedText ToList { get; } = new("立面标定", "Facade calibration");

    public static LocalizedText Picture { get; } = new("画面", "Picture");

    public static LocalizedText NewPicture { get; } = new("刷新画面", "New picture");

    public static LocalizedText NoPicture { get; } = new(
        "暂时没有画面：摄像机可能离线。仍可在右侧填写数值。", "No picture at the moment: the camera may be away. Numbers can be entered all the same.");

    public static LocalizedText WhatToDraw { get; } = new("要画的内容", "What to draw");

    public static LocalizedText DrawRegion { get; } = new("立面", "Facade");

    public static LocalizedText DrawIgnore { get; } = new("忽略", "Ignore");

    public static LocalizedText DrawLines { get; } = new("楼层线", "Floor lines");

    public static LocalizedText HintRegion { get; } = new(
        "拖动圆点，让多边形包住要监视的立面；拖动边上的小点可增加顶点。键盘：Tab 选点，方向键移动，Delete 删除。",
        "Drag the dots until the polygon holds the facade to watch; drag a small dot of an edge for a further corner. Keys: Tab to a dot, arrows move it, Delete removes it.");

    public static LocalizedText HintIgnore { get; } = new(
        "圈出会动但不是坠落的部分：树、旗帜、屏幕。", "Mark what moves without falling: trees, flags, screens.");

    public static LocalizedText HintLines { get; } = new(
        "点画面上的楼板（某层的地面）添加一条线，再填写楼层号。至少四条，越分散越准。",
        "Tap a slab, the floor of a storey, for a line, and enter its number. At least four; the farther apart the better.");

    public static LocalizedText HintPlaced { get; } = new(
        "已选择按安装位置标定，画面上的线由计算得出。要自己画线，请选“已知楼层线”。",
        "The placement is in use, and the lines are calculated from it. To draw lines choose \"known floors\".");

    public static LocalizedText HintDrawing { get; } = new(
        "依次点各个顶点，完成后点“画好了”或按 Enter。", "Tap the corners one after the other; then press Done, or Enter.");

    public static LocalizedText DrawAnew { get; } = new("重画", "Draw anew");

    public static LocalizedText AddArea { get; } = new("增加区域", "Add an area");

    public static LocalizedText Done { get; } = new("画好了", "Done");

    public static LocalizedText Building { get; } = new("楼栋", "Building");

    public static LocalizedText Floors { get; } = new("地上层数", "Floors above ground");

    public static LocalizedText FloorHeightMetres { get; } = new("层高（米）", "Floor height (m)");

    public static LocalizedText ColumnsLabel { get; } = new("窗列数（可不填）", "Columns of windows (optional)");

    public static LocalizedText Method { get; } = new("标定方法", "Calibrate by");

    public static LocalizedText ByLines { get; } = new("已知楼层线（更准）", "Known floors (better)");

    public static LocalizedText ByPlacement { get; } = new("安装位置", "How the camera stands");

    public static LocalizedText FloorNumber { get; } = new("楼层", "Floor");

    public static LocalizedText RowPercent { get; } = new("位置（% 自上而下）", "Place (% from the top)");

    public static LocalizedText Off { get; } = new("偏差", "Off");

    public static LocalizedText AddLine { get; } = new("增加一条", "Add a line");

    public static LocalizedText FillLines { get; } = new("补齐其余楼层", "Fill in the other floors");

    public static LocalizedText FillHint { get; } = new(
        "画好三条线后可补齐其余楼层。补齐的线点一下或拖到楼板上才算数。", "Three lines are enough to fill in the others. A line that was filled in counts once it was tapped, or dragged onto its slab.");

    public static LocalizedText Unchecked { get; } = new("待核对", "to check");

    public static LocalizedText Remove { get; } = new("删除", "Remove");

    public static LocalizedText Tilt { get; } = new("仰角（度）", "Tilt upwards (°)");

    public static LocalizedText LensHeight { get; } = new("镜头高度（米）", "Lens height (m)");

    public static LocalizedText Distance { get; } = new("到立面距离（米）", "Distance to facade (m)");

    public static LocalizedText FieldOfView { get; } = new("垂直视场角（度）", "Vertical field of view (°)");

    public static LocalizedText RegionCorners { get; } = new("立面顶点", "Corners of the facade");

    public static LocalizedText IgnoreCorners { get; } = new("忽略区域", "Areas to ignore");

    public static LocalizedText Corner { get; } = new("顶点 {0}", "Corner {0}");

    public static LocalizedText Area { get; } = new("区域 {0}", "Area {0}");

    public static LocalizedText Line { get; } = new("{0} 层楼板", "Slab of floor {0}");

    public static LocalizedText AcrossPercent { get; } = new("横 %", "Across %");

    public static LocalizedText DownPercent { get; } = new("纵 %", "Down %");

    public static LocalizedText Insert { get; } = new("在顶点 {0} 后增加", "Add a corner after {0}");

    public static LocalizedText Roof { get; } = new("屋顶", "roof");

    public static LocalizedText Fit { get; } = new("标定结果", "The fit");

    public static LocalizedText NotYet { get; } = new("还不能计算", "Not yet");

    public static LocalizedText NotYetHint { get; } = new("填写标红的内容后，这里会显示标定有多准。", "Once what is marked red is right, this tells how good the calibration is.");

    public static LocalizedText Save { get; } = new("保存", "Save");

    public static LocalizedText Working { get; } = new("正在保存…", "Saving ...");

    public static LocalizedText Unsaved { get; } = new("有未保存的修改", "There are changes that are not saved");

    public static LocalizedText Copy { get; } = new("复制", "Copy");

    public static LocalizedText Copied { get; } = new("已复制", "Copied");

    public static LocalizedText Snippet { get; } = new("写入硬件文件的内容", "Text for the hardware file");

    public static LocalizedText Unreachable { get; } = new("网关没有应答，请稍后再试。", "The gateway does not answer. Try again in a moment.");

    public static LocalizedText SignedOut { get; } = new("登录已失效，请重新登录。", "The session has ended. Sign in again.");

    public static LocalizedText PutRightFirst { get; } = new("还有错误，未保存。", "Not saved: there are mistakes.");

    public static LocalizedText Saved { get; } = new(
        "已保存，几秒内生效，其他设备不受影响。原文件备份为 {0}。", "Saved; in force within seconds, other devices are not touched. The file as it was is kept as {0}.");

    public static LocalizedText NotRecorded { get; } = new("未保存，因为无法记入日志：{0}", "Not saved: {0}");

    public static LocalizedText InForce { get; } = new("文件中的标定已生效", "The calibration in the file is in force");

    public static LocalizedText NotInForce { get; } = new("文件中的标定尚未生效", "The calibration in the file is not in force yet");

    public static LocalizedText FileUnknown { get; } = new("硬件文件无法读取，仍使用原来的标定", "The hardware file cannot be read; the calibration before stays in force");

    public static LocalizedText LineError { get; } = new("楼层线误差", "Error of the lines");

    public static LocalizedText LineErrorValue { get; } = new("{0} 像素（均方根，{1} 条线）", "{0} px (root mean square, {1} lines)");

    public static LocalizedText NoLines { get; } = new(
        "按安装位置计算，没有楼层线可核对：请看画面上的预测线是否落在楼板上。",
        "Calculated from the placement, with nothing to check it against: see whether the predicted lines lie on the slabs.");

    public static LocalizedText Worst { get; } = new("偏差最大", "Farthest off");

    public static LocalizedText WorstLow { get; } = new("{0} 层线低了 {1} 像素", "the line of floor {0}, {1} px too low");

    public static LocalizedText WorstHigh { get; } = new("{0} 层线高了 {1} 像素", "the line of floor {0}, {1} px too high");

    public static LocalizedText AtTop { get; } = new("上部", "At the top");

    public static LocalizedText AtMiddle { get; } = new("中部", "In the middle");

    public static LocalizedText AtBottom { get; } = new("下部", "At the bottom");

    public static LocalizedText PlaceValue { get; } = new("{0} 层 ± {1} 层（{2} 米）", "floor {0} ± {1} floors ({2} m)");

    public static LocalizedText ColumnsFact { get; } = new("窗列", "Columns");

    public static LocalizedText NotCounted { get; } = new("未填写，告警不会指出哪一列", "not counted: alerts name none");

    public static LocalizedText FloorsExact { get; } = new("楼层可以信任", "The floors can be trusted");

    public static LocalizedText FloorsNear { get; } = new("楼层可能差一层：请用已知楼层线标定，上部多画几条", "Floors may be off by one: use known floors, more of them near the top");

    public static LocalizedText FloorsUnsure { get; } = new(
        "楼层可能差两层以上：请用已知楼层线标定，上部多画几条", "Floors may be off by two or more: use known floors, more of them near the top");

    /// <summary>What is put on record of somebody to whom stills are shown.</summary>
    public static LocalizedText Looking { get; } = new("在标定页查看未遮挡的立面画面", "Unmasked pictures of the facade looked at for its calibration");

    /// <summary>What is put on record before a facade is saved.</summary>
    public static LocalizedText Saving(Facade facade, FacadeFit fit)
    {
        var summary = Summary(facade);
        var error = fit.LineError is { } pixels ? (Zh: $"，楼层线误差 {Text(pixels, "0.0")} 像素", En: $", lines off by {Text(pixels, "0.0")} px") : (Zh: "", En: "");
        return new($"人工保存立面标定：{summary.Zh}{error.Zh}", $"Facade calibration, about to be saved by hand: {summary.En}{error.En}");
    }

    /// <summary>What is put on record where <see cref="Saving"/> came to nothing.</summary>
    public static LocalizedText NotSaved(string zh, string en) => new($"人工保存立面标定未成功：{zh}", $"Facade calibration was not saved: {en}");

    public static LocalizedText Summary(Facade facade)
    {
        var (building, lines) = (facade.Calibration.Building, facade.Calibration.Lines.Count);
        return new(
            $"{building.Floors} 层，层高 {Text(building.FloorHeight, "0.##")} 米，" + (lines > 0 ? $"{lines} 条楼层线" : "按安装位置") + (facade.Columns > 0 ? $"，{facade.Columns} 列窗" : ""),
            $"{building.Floors} floors of {Text(building.FloorHeight, "0.##")} m, " + (lines > 0 ? $"{lines} floor lines" : "by placement") + (facade.Columns > 0 ? $", {facade.Columns} columns" : ""));
    }

    public static LocalizedText Floor(int floor, int? floors) => floor > floors ? new("屋顶", "Roof") : new($"{floor} 层", $"Floor {floor}");

    public static LocalizedText Range(int lowest, int highest) =>
        lowest == highest ? new($"{lowest} 层", $"{lowest}") : new($"{lowest} 至 {highest} 层", $"{lowest} to {highest}");

    public static LocalizedText ColumnOf(int column, int left, int right) =>
        left == right ? new($"{column}", $"{column}") : new($"{column}（{left} 至 {right}）", $"{column} ({left} to {right})");

    public static LocalizedText PlusMinus(double value, double off, string format, string unit) => Same($"{Text(value, format)} ± {Text(off, format)} {unit}");

    public static LocalizedText Metres(double metres) => new($"{Text(metres, "0.00")} 米", $"{Text(metres, "0.00")} m");

    public static LocalizedText Pixels(double pixels) => new($"{Text(pixels, "0.0")} 像素", $"{Text(pixels, "0.0")} px");

    public static LocalizedText Seconds(TimeSpan time, int points) => new($"{Text(time.TotalSeconds, "0.00")} 秒，{points} 个点", $"{Text(time.TotalSeconds, "0.00")} s, {points} points");

    /// <summary>A number as both languages write it.</summary>
    public static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static LocalizedText Same(string text) => new(text, text);
}
