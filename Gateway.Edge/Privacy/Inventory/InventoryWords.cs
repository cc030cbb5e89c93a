using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.Inventory;

/// <summary>The table of what is stored, in words.</summary>
internal static class InventoryWords
{
    public static LocalizedText Registrations { get; } = new("姓名、房号、同意", "Name, flat, consent");

    public static LocalizedText Templates { get; } = new("人脸模板和登记照片", "Face templates, enrolment photos");

    public static LocalizedText Workers { get; } = new("姓名、电话、授权、人脸", "Name, phone, grants, face");

    public static LocalizedText ResidentVehicles { get; } = new("住户车辆：车牌、姓名、房号、电话", "Residents' vehicles: plate, name, flat, phone");

    public static LocalizedText GuestVehicles { get; } = new("访客、临时和禁入车辆", "Visitors', workers' and denied vehicles");

    public static LocalizedText Stays { get; } = new("停留记录", "Stays");

    public static LocalizedText Notices { get; } = new("挪车通知", "Move-car notices");

    public static LocalizedText Reports { get; } = new("占道报告和照片", "Parking reports with pictures");

    public static LocalizedText Passes { get; } = new("门卡和手机码（卡号仅存哈希）", "Cards and codes (numbers as hashes)");

    public static LocalizedText StrangerFaces { get; } = new("陌生人的人脸特征", "Strangers' face embeddings");

    public static LocalizedText ReturningFaces { get; } = new("再次出现的陌生人：人脸特征和轮换编号", "Returning strangers: face embedding and rotating label");

    public static LocalizedText Invitations { get; } = new("访客邀请", "Invitations of visitors");

    public static LocalizedText WithGrant { get; } = new("随访客授权一并删除", "with the visitor's grant");

    public static LocalizedText Records { get; } = new("日志记录（编号、姓名首字、车牌）", "Journal records (ids, first characters, plates)");

    public static LocalizedText Audit { get; } = new("其中：审计记录", "Of these: audit records");

    public static LocalizedText Portraits { get; } = new("陌生人图像", "Strangers' portraits");

    public static LocalizedText Media { get; } = new("日志的图片和视频，共计", "Pictures and clips of the journal, all");

    public static LocalizedText Rings { get; } = new("摄像机环形录像", "Cameras' rings of video");

    public static LocalizedText Accounts { get; } = new("登录账号", "Accounts");

    public static LocalizedText Proofs { get; } = new("删除凭证（不含姓名）", "Proofs of erasure (nameless)");

    public static LocalizedText Backups { get; } = new("数据目录的备份", "Copies of the data directory");

    public static LocalizedText SetAside { get; } = new("另存的损坏文件", "Damaged files set aside");

    public static LocalizedText Residents { get; } = new("居民", "Residents");

    public static LocalizedText Temporary { get; } = new("临时人员", "Temporary workers");

    public static LocalizedText Guests { get; } = new("访客、临时人员、禁入者", "Visitors, workers, who is denied");

    public static LocalizedText Drivers { get; } = new("车主和驾驶人", "Owners and drivers");

    public static LocalizedText Holders { get; } = new("持卡或持码人", "Holders");

    public static LocalizedText Strangers { get; } = new("陌生人、路人", "Strangers, bystanders");

    public static LocalizedText Everybody { get; } = new("进出和被拍到的人", "Whoever passes or is in view");

    public static LocalizedText Staff { get; } = new("物业人员", "Staff");

    public static LocalizedText Erased { get; } = new("已删除的人", "Who was erased");

    public static LocalizedText All { get; } = new("以上所有人", "All of the above");

    public static LocalizedText ToLetIn { get; } = new("放行和管理进出", "To let people in");

    public static LocalizedText ToRecognise { get; } = new("刷脸开门", "To recognise faces at gates");

    public static LocalizedText ToPark { get; } = new("停车管理和计时", "To manage parking");

    public static LocalizedText ToTell { get; } = new("通知车主挪车", "To tell owners to move");

    public static LocalizedText ToKeepFree { get; } = new("保持消防通道畅通", "To keep fire lanes free");

    public static LocalizedText ToTellStrangers { get; } = new("陌生人预警", "To warn of strangers");

    public static LocalizedText ToProveEvents { get; } = new("公共安全事件的证据", "Evidence for public safety");

    public static LocalizedText ToAudit { get; } = new("证明谁看过、改过什么", "To prove who saw and changed what");

    public static LocalizedText ToFreeze { get; } = new("报警时留存前后画面", "To keep what was seen around an alarm");

    public static LocalizedText ToSignIn { get; } = new("登录", "To sign in");

    public static LocalizedText ToProve { get; } = new("证明已删除", "To prove the erasure");

    public static LocalizedText ToRestore { get; } = new("故障恢复", "To restore after a fault");

    public static LocalizedText UntilErased { get; } = new("直到应要求删除；撤回同意只删人脸", "until erased; a withdrawal takes the face alone");

    public static LocalizedText UntilWithdrawn { get; } = new("撤回同意时立即删除", "erased at once when consent is withdrawn");

    public static LocalizedText UntilRemoved { get; } = new("直到删除该车辆", "until the vehicle is removed");

    public static LocalizedText UntilDisabled { get; } = new("停用后保留，用于解释审计记录", "kept after it is disabled, to explain the audit");

    public static LocalizedText NoEnd { get; } = new("本版本不自动删除", "no automatic end in this version");

    public static LocalizedText Unknown { get; } = new("网关自身不做备份", "the gateway makes none itself");

    public static LocalizedText Counting { get; } = new("正在统计…", "is being counted…");

    public static LocalizedText ByHand { get; } = new("修复后请手工删除", "delete them by hand once repaired");

    public static LocalizedText AfterGrant(int days) => new($"人脸随授权结束删除；其余在结束 {days} 天后删除", $"the face with the end of the grant; the rest {days} days after it");

    public static LocalizedText After(int days) => new($"结束后 {days} 天", $"{days} days after its end");

    public static LocalizedText Remembered(TimeSpan time) => time == TimeSpan.Zero
        ? new("已关闭，不保存", "switched off: none are kept")
        : new($"首次出现后 {time.TotalDays:0.#} 天", $"{time.TotalDays:0.#} days after the first visit");

    public static LocalizedText Window(TimeSpan window) => new($"最后一次出现后 {window.TotalMinutes:0} 分钟", $"{window.TotalMinutes:0} minutes after the last sighting");

    public static LocalizedText Receipted(TimeSpan keep) => new($"派出所回执后，满 {keep.TotalDays:0.#} 天删除", $"{keep.TotalDays:0.#} days, once the station has receipted them");

    public static LocalizedText Ring(TimeSpan keep) => new($"最多 {keep.TotalMinutes:0.#} 分钟，随后覆盖", $"at most {keep.TotalMinutes:0.#} minutes, then overwritten");

    public static LocalizedText Cameras(int count) => new($"{count} 台摄像机", $"{count} cameras");

    public static LocalizedText BackupDays(int days) => days == 0 ? new("设置为不备份", "set to none") : new($"备份者须在 {days} 天内删除", $"whoever made them deletes them within {days} days");
}
