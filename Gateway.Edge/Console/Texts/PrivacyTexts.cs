using Gateway.Cloud.Contract;
using Gateway.Edge.Privacy.Export;
using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Console.Texts;

/// <summary>The privacy page, and the export and erasure of one person.</summary>
internal static class PrivacyTexts
{
    public static LocalizedText Title { get; } = new("隐私", "Privacy");

    public static LocalizedText Lead { get; } = new("小区存有哪些个人信息、存多久；为一个人导出或删除全部资料。", "What is stored on people and for how long; export or erase everything on one person.");

    public static LocalizedText Back { get; } = new("返回隐私页", "Back to privacy");

    public static LocalizedText NotLoaded { get; } = new("读不出来：{0}", "It cannot be read: {0}");

    public static LocalizedText NotRecorded { get; } = new("无法留下记录，因此没有执行：{0}", "Nothing was done, because it cannot be put on record: {0}");

    public static LocalizedText Find { get; } = new("查找一个人", "Find one person");

    public static LocalizedText FindHint { get; } = new("姓名、房号、车牌，或完整的电话号码", "Name, flat, plate, or a whole phone number");

    public static LocalizedText Search { get; } = new("查找", "Find");

    public static LocalizedText NobodyFound { get; } = new("没有找到这个人", "Nobody was found");

    public static LocalizedText NobodyHint { get; } = new("登记、临时授权和车辆中都没有。已删除的人只在下方的删除凭证中以编号出现。", "Neither among residents and workers nor by vehicle. Whoever was erased stands by number alone among the proofs below.");

    public static LocalizedText Resident { get; } = new("居民", "Resident");

    public static LocalizedText Worker { get; } = new("临时人员", "Temporary worker");

    public static LocalizedText WithFace { get; } = new("有人脸", "with a face");

    public static LocalizedText WithoutFace { get; } = new("无人脸", "without a face");

    public static LocalizedText Open { get; } = new("打开", "Open");

    public static LocalizedText Filing { get; } = new("十万人脸备案", "Filing from 100,000 faces");

    public static LocalizedText FilingCount { get; } = new("现存 {0} 人的人脸，备案线为 {1} 人。", "Persons with stored faces: {0}. Filing is due from {1}.");

    public static LocalizedText FilingFree { get; } = new("未达到备案线，无需备案。", "Below the limit: nothing has to be filed.");

    public static LocalizedText FilingDue { get; } = new("{0} 达到备案线，须在 {1} 前向省级以上网信部门备案。", "The limit was reached on {0}: file with the provincial cyberspace administration by {1}.");

    public static LocalizedText FilingHint { get; } = new("按工作日计算，已除去本系统中设置的节假日；调休上班日不计入，实际期限可能更早。", "Counted in working days without the holidays set here; a day worked in place of a holiday is not known, so the real last day may be earlier.");

    public static LocalizedText Stored { get; } = new("存了什么、存多久", "What is stored, and for how long");

    public static LocalizedText What { get; } = new("内容", "What");

    public static LocalizedText Whom { get; } = new("涉及", "On whom");

    public static LocalizedText Count { get; } = new("数量", "How much");

    public static LocalizedText Purpose { get; } = new("用途", "For what");

    public static LocalizedText Retention { get; } = new("保存期限", "Kept for");

    public static LocalizedText OldestDue { get; } = new("最早一条应删于", "Oldest is due");

    public static LocalizedText NoDue { get; } = new("不按时间到期", "not by time");

    public static LocalizedText Papers { get; } = new("台账与文件", "Ledgers and papers");

    public static LocalizedText Consents { get; } = new("同意台账", "Consent ledger");

    public static LocalizedText Assessment { get; } = new("影响评估", "Impact assessment");

    public static LocalizedText Signage { get; } = new("告示牌", "Sign to print");

    public static LocalizedText Proofs { get; } = new("删除凭证", "Proofs of erasure");

    public static LocalizedText NoProofs { get; } = new("还没有应要求删除过任何人。", "Nobody has been erased yet.");

    public static LocalizedText Everything { get; } = new("存储的资料", "What is stored");

    public static LocalizedText Nothing { get; } = new("无", "nothing");

    public static LocalizedText InExport { get; } = new("数量较大，导出时逐条查找。", "Searched record by record when it is exported.");

    public static LocalizedText Vehicles { get; } = new("哪些车是此人的？", "Which vehicles are the person's?");

    public static LocalizedText VehiclesHint { get; } = new("姓名与房号都相符或随其授权登记的车已选上；同房号或同名的请核对后再选。", "Those whose name and flat agree, or that came with the person's grant, are chosen; check the others of the same flat or name first.");

    public static LocalizedText Choose { get; } = new("按所选重新列出", "List again with these");

    public static LocalizedText Export { get; } = new("导出全部资料", "Export everything");

    public static LocalizedText ExportHint { get; } = new("生成 ZIP：可读网页、JSON、照片和 SHA-256 清单。需再次确认身份；会记入审计。只能由您在 10 分钟内下载。", "Makes a ZIP: a page to read, JSON, photos and a list of SHA-256. Asks for your password again and is put on record. You alone can download it, within 10 minutes.");

    public static LocalizedText Erase { get; } = new("删除此人的全部资料", "Erase everything on this person");

    public static LocalizedText EraseLead { get; } = new("无法撤销。门禁立即不再认识此人；卡、码、授权和车辆登记同时失效。", "This cannot be undone. Gates no longer know the person at once; cards, codes, grants and vehicles end with it.");

    public static LocalizedText Goes { get; } = new("将被删除", "What goes");

    public static LocalizedText GoesAll { get; } = new("以上列出的全部内容：登记、人脸、照片、授权、卡和码、所选车辆及其停留、通知和报告，他人登记中对此人的提及，日志中所选车辆的图片。", "Everything listed above: registration, face, photos, grants, cards and codes, the chosen vehicles with stays, notices and reports, mentions in other people's entries, and pictures of the chosen vehicles in the journal.");

    public static LocalizedText Stays { get; } = new("会留下", "What stays");

    public static LocalizedText Gone { get; } = new("已删除", "Erased");

    public static LocalizedText Kept { get; } = new("保留", "Kept");

    public static LocalizedText BackupStays { get; } = new("数据目录的备份：由备份者在 {0} 天内删除。", "Copies of the data directory: whoever made them deletes them within {0} days.");

    public static LocalizedText Basis { get; } = new("依据", "On what basis");

    public static LocalizedText Sure { get; } = new("我已核对是同一个人，并已告知会留下什么", "I have checked that it is this person, and have told what stays");

    public static LocalizedText NotSure { get; } = new("请先勾选确认并选择依据。", "Tick the confirmation and choose a basis first.");

    public static LocalizedText EraseNow { get; } = new("删除 {0}", "Erase {0}");

    public static LocalizedText UnderWay { get; } = new("此人的删除正在进行。", "This person's erasure is under way.");

    public static LocalizedText ShowErasure { get; } = new("查看进度", "See how it goes");

    public static LocalizedText Exporting { get; } = new("正在导出", "Exporting");

    public static LocalizedText Cancel { get; } = new("取消导出", "Cancel the export");

    public static LocalizedText Refresh { get; } = new("刷新", "Refresh");

    public static LocalizedText Ready { get; } = new("已准备好，请下载并亲手交给本人。", "It is ready: download it and hand it to the person.");

    public static LocalizedText Download { get; } = new("下载 ZIP", "Download the ZIP");

    public static LocalizedText Cancelled { get; } = new("已取消，文件已丢弃。", "It was cancelled, its file thrown away.");

    public static LocalizedText Discard { get; } = new("丢弃", "Throw away");

    public static LocalizedText Proof { get; } = new("删除凭证", "Proof of erasure");

    public static LocalizedText ProofHint { get; } = new("此凭证不含姓名。每个存储的回执以哈希相连，最后一个哈希记入日志。", "This proof names nobody. The receipts of all stores are chained by hash; the last hash stands in the journal.");

    public static LocalizedText Person { get; } = new("此人的编号", "The person's number");

    public static LocalizedText By { get; } = new("执行人", "Ordered by");

    public static LocalizedText Begun { get; } = new("开始", "Begun");

    public static LocalizedText Finished { get; } = new("完成", "Complete");

    public static LocalizedText Running { get; } = new("正在进行，网关重启后会继续。", "Under way; it goes on after a restart of the gateway.");

    public static LocalizedText WaitsFor { get; } = new("等待：{0}。会自动重试。", "Waits for: {0}. It is tried again by itself.");

    public static LocalizedText Backups { get; } = new("备份最迟删除日", "Copies are gone by");

    public static LocalizedText ByHand { get; } = new("须手工处理", "to be done by hand");

    public static LocalizedText ChainHolds { get; } = new("回执哈希链完整", "The chain of receipts holds");

    public static LocalizedText ChainBroken { get; } = new("回执哈希链不符：凭证被改动过", "The chain of receipts is broken: the proof was altered");

    public static LocalizedText Print { get; } = new("用浏览器的打印功能打印或存为 PDF。", "Print it, or keep it as PDF, with the browser's own print.");

    public static LocalizedText ProofFile { get; } = new("下载 JSON", "Download as JSON");

    public static LocalizedText Kind(SubjectKind kind) => kind == SubjectKind.Resident ? Resident : Worker;

    public static LocalizedText Of(ExportState state) => state switch
    {
        ExportState.Ready => Ready,
        ExportState.Cancelled => Cancelled,
        _ => Exporting,
    };
}
