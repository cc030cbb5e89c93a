using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>What a resident's own page says.</summary>
internal static class ResidentPageTexts
{
    public static LocalizedText DoneFace { get; } = new("已登记。人脸就绪：门禁现在起认得此人。", "Registered. Face ready: the gates know this person from now on.");

    public static LocalizedText DoneNoFace { get; } = new(
        "已登记，未录人脸。请在下方发门卡或手机通行码，住户即可进门。",
        "Registered without a face. Give a card or a phone code below, and the resident can pass.");

    public static LocalizedText DoneFaceSet { get; } = new("人脸就绪：门禁现在起认得此人，旧人脸已删除。", "Face ready: the gates know this person from now on; any earlier face is erased.");

    public static LocalizedText DoneWithdrawn { get; } = new(
        "已撤回：特征值和照片已删除，门禁不再认得此人的脸。门卡和通行码照常可用。",
        "Withdrawn: template and photos are erased and the gates no longer know the face. Cards and codes work as before.");

    public static LocalizedText DoneSaved { get; } = new("已保存，立即生效。", "Saved; it counts at once.");

    public static LocalizedText DoneLease { get; } = new("租期已设置，立即生效。", "The lease is set; it counts at once.");

    public static LocalizedText DoneLeaseLifted { get; } = new("租期已取消，此人不再受租期限制。", "The lease is lifted; the resident is no longer bound by it.");

    public static LocalizedText DoneCard { get; } = new("门卡已登记，可以使用。", "The card is registered and works.");

    public static LocalizedText DoneRevoked { get; } = new("已停用，任何门都不再认。", "Taken back; no gate accepts it any more.");

    public static LocalizedText NotOnDisk { get; } = new(
        "已停用，但还没写到磁盘：重启前有效。请检查磁盘是否已满，然后再停用一次。",
        "Taken back and in force until the restart, but not yet on the disk: look whether the disk is full, and take it back again.");

    public static LocalizedText Stored { get; } = new("存了什么", "What is stored");

    public static LocalizedText Templates { get; } = new("特征值 {0} 组，加密", "{0} face template(s), encrypted");

    public static LocalizedText Photos { get; } = new("照片 {0} 张，加密", "{0} photo(s), encrypted");

    public static LocalizedText NoFaceData { get; } = new("没有人脸数据", "No face data");

    public static LocalizedText ConsentOf { get; } = new("{0} 于 {1} 同意（版本 {2}）", "{0} agreed on {1} (version {2})");

    public static LocalizedText WithdrawnOf { get; } = new("{0} 于 {1} 撤回", "{0} withdrew on {1}");

    public static LocalizedText Details { get; } = new("基本资料", "Details");

    public static LocalizedText Enrol { get; } = new("录入人脸", "Enrol the face");

    public static LocalizedText Replace { get; } = new("更换人脸", "Replace the face");

    public static LocalizedText ReplaceHint { get; } = new("新人脸通过检查后，旧的立即删除。", "Once the new face passes the checks, the old one is erased at once.");

    public static LocalizedText Ready { get; } = new("人脸就绪，门禁认得", "Face ready, gates know it");

    public static LocalizedText OtherWays { get; } = new("不刷脸也能进门：在下方发门卡或手机通行码。", "Without a face: give a card or a phone code below.");

    public static LocalizedText Withdraw { get; } = new("撤回人脸同意", "Withdraw the face's consent");

    public static LocalizedText WithdrawHint { get; } = new(
        "特征值和照片立即删除，无法恢复。姓名、房号、门卡和通行码保留。",
        "Template and photos are erased at once and cannot be restored. Name, unit, cards and codes stay.");

    public static LocalizedText WithdrawnBy { get; } = new("谁撤回", "Who withdraws");

    public static LocalizedText WithdrawSure { get; } = new("删除 {0} 的人脸数据", "Erase the face data of {0}");

    public static LocalizedText LeaseSet { get; } = new("设置租期", "Set the lease");

    public static LocalizedText LeaseLift { get; } = new("取消租期", "Lift the lease");

    public static LocalizedText NoLease { get; } = new("没有租期限制。", "No lease is set.");

    public static LocalizedText Card { get; } = new("门卡，尾号 {0}", "Card ending in {0}");

    public static LocalizedText CodeWord { get; } = new("手机通行码", "Phone code");

    public static LocalizedText PassSince { get; } = new("{0} 发放", "given {0}");

    public static LocalizedText PassUntil { get; } = new("至 {0}", "until {0}");

    public static LocalizedText Revoke { get; } = new("停用", "Take back");

    public static LocalizedText RevokeOf { get; } = new("停用 {0}", "Take back: {0}");

    public static LocalizedText GiveCard { get; } = new("登记门卡", "Give a card");

    public static LocalizedText CardNumber { get; } = new("卡号", "Card number");

    public static LocalizedText CardHint { get; } = new("读卡器读出的 8 至 64 位卡号。", "8 to 64 characters, as the reader reads them.");

    public static LocalizedText GiveCode { get; } = new("发手机通行码", "Give a phone code");

    public static LocalizedText CodeMade { get; } = new("通行码已生成，只显示这一次。请住户用手机扫码打开并收藏：", "The code is made and shown this once. Let the resident scan it and keep the page:");

    public static LocalizedText NoPasses { get; } = new("还没有门卡或通行码。", "No cards or codes yet.");

    public static LocalizedText NoVehicles { get; } = new("本户没有登记车辆。", "No vehicles are registered for this unit.");

    public static LocalizedText AddVehicle { get; } = new("登记车辆", "Add a vehicle");

    public static LocalizedText AllVehicles { get; } = new("查看车辆", "Open vehicles");

    public static LocalizedText Changes { get; } = new("最近变更", "Last changes");

    public static LocalizedText ChangesLoading { get; } = new("正在查日志…", "Reading the journal…");

    public static LocalizedText ChangesOpen { get; } = new("查看最近变更", "Show the last changes");

    public static LocalizedText NoChanges { get; } = new("近期日志里没有此人的变更。", "The recent journal holds no change of this person.");

    public static LocalizedText OlderChanges { get; } = new("查更早的", "Look further back");

    public static LocalizedText Gone { get; } = new("没有这位住户，可能已被他人删除。", "There is no such resident; somebody may have erased the record.");
}
