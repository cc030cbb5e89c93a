using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the pages that enrol and change a resident say.</summary>
internal static class ResidentFormTexts
{
    public static LocalizedText NewTitle { get; } = new("登记住户", "Add a resident");

    public static LocalizedText Name { get; } = new("姓名", "Name");

    public static LocalizedText Unit { get; } = new("房号", "Unit");

    public static LocalizedText UnitHint { get; } = new("如 3-1202；同一房号的车辆会显示在一起。", "Such as 3-1202; vehicles of the same unit are shown with it.");

    public static LocalizedText Phone { get; } = new("电话", "Phone");

    public static LocalizedText PhoneHint { get; } = new("只显示遮盖后的号码。", "Shown masked from then on.");

    public static LocalizedText Optional { get; } = new("（选填）", " (optional)");

    public static LocalizedText Way { get; } = new("怎样进门", "How they pass");

    public static LocalizedText ByFace { get; } = new("录入人脸", "Enrol the face");

    public static LocalizedText ByFaceHint { get; } = new("在门口看一眼即可进门，须本人同意。", "A look at the gate opens it; needs the person's consent.");

    public static LocalizedText WithoutFace { get; } = new("不录人脸", "No face");

    public static LocalizedText WithoutFaceHint { get; } = new("登记后在住户页面发门卡或手机通行码，进门同样快。", "Give a card or a phone code on the resident's page; they open the gate just as fast.");

    public static LocalizedText Consent { get; } = new("知情同意书", "Consent");

    public static LocalizedText ConsentVersion { get; } = new("版本 {0}", "Version {0}");

    public static LocalizedText Agree { get; } = new("已出示以上全文，本人（或监护人）同意", "The whole text was shown, and the person (or guardian) agrees");

    public static LocalizedText AgreeFirst { get; } = new(
        "请先出示同意书全文并勾选同意。不同意的住户请选“不录人脸”，以门卡或通行码进门。",
        "Show the consent text and tick the agreement first. For whoever declines choose “No face”: a card or a code lets them pass.");

    public static LocalizedText ConsentBy { get; } = new("同意人", "Who consents");

    public static LocalizedText ConsentByHint { get; } = new("留空即本人；未满十四周岁填写监护人姓名。", "Empty for the person; for children under fourteen the guardian's name.");

    public static LocalizedText Keep { get; } = new("同意加密保留照片，以便日后重新计算", "The consent covers keeping the photo, encrypted, to compute it again");

    public static LocalizedText Photo { get; } = new("照片", "Photo");

    public static LocalizedText PhotoHint { get; } = new(
        "正面、睁眼、光线均匀，只拍一人。JPEG，最大 8 MB。选好后立即检查；登记前只在内存里保留至多 10 分钟。",
        "From the front, eyes open, even light, one person. JPEG, 8 MB at most. Checked at once when chosen; until you register it is held in memory alone, for 10 minutes at most.");

    public static LocalizedText Camera { get; } = new("用摄像头拍", "Use the camera");

    public static LocalizedText Snap { get; } = new("拍照", "Take the photo");

    public static LocalizedText StopCamera { get; } = new("关闭摄像头", "Stop the camera");

    public static LocalizedText CameraView { get; } = new("摄像头画面", "Camera view");

    public static LocalizedText ShownPhoto { get; } = new("选好的照片", "The chosen photo");

    public static LocalizedText NoCamera { get; } = new("打不开摄像头：请允许浏览器使用摄像头，或改选照片文件。", "The camera cannot be opened: allow the browser to use it, or choose a photo file.");

    public static LocalizedText Insecure { get; } = new(
        "浏览器只在 HTTPS 下允许使用摄像头。请用 https:// 打开本页，或改选照片文件。",
        "Browsers allow the camera over HTTPS alone. Open this page with https://, or choose a photo file.");

    public static LocalizedText Checking { get; } = new("正在检查照片…", "Checking the photo…");

    public static LocalizedText Good { get; } = new("照片可用，登记后即可刷脸。", "The photo is good; the gates will know this face.");

    public static LocalizedText StillGood { get; } = new("已选好的照片仍然有效，不必重选。", "The photo that was chosen still counts; no need to choose it again.");

    public static LocalizedText CheckFailed { get; } = new("照片没有检查成：请检查网络后重选照片。", "The photo could not be checked: look at the network and choose it again.");

    public static LocalizedText PhotoOver { get; } = new("选好的照片已超过 10 分钟，请重新选择。", "The photo was chosen more than 10 minutes ago; choose it again.");

    public static LocalizedText NoPhoto { get; } = new("请拍一张或选择一张照片；或选“不录人脸”。", "Take or choose a photo, or choose “No face”.");

    public static LocalizedText ModelMissing { get; } = new(
        "人脸模型缺失，无法检查照片，请联系安装人员。可先选“不录人脸”登记。",
        "The face model is missing, so photos cannot be checked: call the installer. Register without a face for now.");

    public static LocalizedText Twin { get; } = new("确为另一人（如双胞胎），允许相似", "It is somebody else, such as a twin: allow the likeness");

    public static LocalizedText LeaseEnd { get; } = new("租期结束", "Lease ends");

    public static LocalizedText LeaseHint { get; } = new("租户填写；到期后不能再进门，仍可外出。业主留空。", "For tenants; from then on they do not get in, and can still leave. Empty for owners.");

    public static LocalizedText NoTime { get; } = new("请填写日期时间。", "Give a date and time.");

    public static LocalizedText Past { get; } = new("请填写将来的时间。", "Give a time to come.");

    public static LocalizedText Save { get; } = new("保存", "Save");

    public static LocalizedText Register { get; } = new("登记", "Register");

    public static LocalizedText Cancel { get; } = new("取消", "Cancel");

    public static LocalizedText PutRight { get; } = new("没有保存：请更正标出的内容，其余已保留。", "Not saved: please put right what is marked; the rest is kept.");

    public static LocalizedText NotRecorded { get; } = new(
        "没有保存：无法写入磁盘或日志。门禁照常工作。请检查磁盘后重试。",
        "Not saved: it cannot be written to the disk or put on record. Gates work as usual. Check the disk and try again.");

    public static LocalizedText Half { get; } = new("住户已登记，但租期没有存上，请在本页重设。", "The resident is registered, but the lease could not be stored; set it on this page.");

    public static LocalizedText TooLarge { get; } = new("照片超过 8 MB，请缩小后重选。", "The photo is larger than 8 MB; make it smaller and choose it again.");
}
