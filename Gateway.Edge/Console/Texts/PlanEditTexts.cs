using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the pages say on which plans are uploaded and devices placed.</summary>
internal static class PlanEditTexts
{
    public static LocalizedText Done { get; } = new("完成", "Done");

    public static LocalizedText Hint { get; } = new(
        "拖动圆点移动设备；键盘用方向键（按住 Shift 更精细），Delete 键取下。每次更改立即保存。",
        "Drag a dot to move a device; with the keyboard use the arrow keys (finer with Shift), Delete takes it off. Every change is saved at once.");

    public static LocalizedText Picked { get; } = new(
        "请在平面图上点一下“{0}”的位置；再按一次按钮则放到中间。", "Tap the plan where \"{0}\" stands; the same button again puts it in the middle.");

    public static LocalizedText Unplaced { get; } = new("未放置的设备", "Not placed yet");

    public static LocalizedText AllPlaced { get; } = new("全部设备都已放置", "Every device has its place");

    public static LocalizedText Placed { get; } = new("已放置的设备", "On this plan");

    public static LocalizedText Place { get; } = new("放置 {0}", "Place {0}");

    public static LocalizedText Remove { get; } = new("取下 {0}", "Take off {0}");

    public static LocalizedText RemoveShort { get; } = new("取下", "Take off");

    public static LocalizedText Find { get; } = new("在图上找到 {0}", "Find {0} on the plan");

    public static LocalizedText Undo { get; } = new("撤销", "Undo");

    public static LocalizedText At { get; } = new("{0}：横 {1} %，纵 {2} %", "{0}: {1} % across, {2} % down");

    public static LocalizedText Removed { get; } = new("{0} 已取下", "{0} taken off");

    public static LocalizedText Working { get; } = new("正在保存……", "Saving…");

    public static LocalizedText Unreachable { get; } = new("没有保存：无法连接网关。请检查网络后重试。", "Not saved: the gateway cannot be reached. Check the network and try again.");

    public static LocalizedText Refused { get; } = new("没有保存：该平面图或设备已不存在，请刷新页面。", "Not saved: the plan or the device is no longer there. Load the page again.");

    public static LocalizedText SignedOut { get; } = new("没有保存：登录已结束，请重新登录。", "Not saved: your session has ended. Sign in again.");

    public static LocalizedText NeedsScript { get; } = new("摆放设备需要启用 JavaScript。", "Placing devices needs JavaScript.");

    public static LocalizedText Name { get; } = new("名称", "Name");

    public static LocalizedText NameHint { get; } = new("例如：总平面、地下车库、2 号楼", "For example: compound, underground car park, building 2");

    public static LocalizedText DefaultName { get; } = new("总平面", "Compound");

    public static LocalizedText File { get; } = new("平面图图片", "Picture of the plan");

    public static LocalizedText FileHint { get; } = new(
        "PNG 或 JPEG，最大 12 MB，宽和高 300 至 10000 像素。不接受 SVG。图片会重新绘制，文件中的拍摄信息不会保留。",
        "PNG or JPEG of at most 12 MB, 300 to 10,000 pixels wide and high; no SVG. The picture is drawn anew: nothing else of the file is kept.");

    public static LocalizedText Replace { get; } = new("更换图片（可不选）", "Another picture (optional)");

    public static LocalizedText ReplaceHint { get; } = new("设备保持原来的相对位置；上一张图片会保留，可以恢复。", "Devices keep their places in proportion; the picture before stays and can be brought back.");

    public static LocalizedText Save { get; } = new("保存", "Save");

    public static LocalizedText Send { get; } = new("上传", "Upload");

    public static LocalizedText Cancel { get; } = new("取消", "Cancel");

    public static LocalizedText Current { get; } = new("当前图片", "Present picture");

    public static LocalizedText Uploaded { get; } = new("上传于 {0}，{1} × {2} 像素", "Uploaded {0}, {1} × {2} pixels");

    public static LocalizedText Earlier { get; } = new("上一张图片", "Picture before");

    public static LocalizedText Restore { get; } = new("恢复这张图片", "Bring this one back");

    public static LocalizedText RemovePlan { get; } = new("移除平面图", "Remove the plan");

    public static LocalizedText RemovePlanHint { get; } = new(
        "图片和图上的设备位置都会删除，不能恢复。设备本身不受影响。", "The picture and the places on it are deleted for good. The devices themselves are not touched.");

    public static LocalizedText RemoveSure { get; } = new("确定移除“{0}”", "Remove \"{0}\" for good");
}
