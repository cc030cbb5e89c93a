using Gateway.Cloud.Contract;
using Gateway.Edge.Console.Grants;

namespace Gateway.Edge.Console.Texts;

/// <summary>What the page of temporary access says of grants that there are.</summary>
internal static class GrantTexts
{
    public static LocalizedText Title { get; } = new("临时授权", "Temporary access");

    public static LocalizedText Now { get; } = new("当前授权", "Who may come in");

    public static LocalizedText Crew { get; } = new("导入施工队", "Import a crew");

    public static LocalizedText AllGates { get; } = new("所有出入口", "all gates");

    public static LocalizedText UntilAt { get; } = new("至 {0}", "until {0}");

    public static LocalizedText FromUntil { get; } = new("{0} 至 {1}", "{0} to {1}");

    public static LocalizedText EndedAt { get; } = new("{0} 到期", "ended {0}");

    public static LocalizedText RevokedAt { get; } = new("{0} 撤销", "revoked {0}");

    public static LocalizedText StateRevoked { get; } = new("已撤销", "revoked");

    public static LocalizedText StateRevokedInside { get; } = new("已撤销，尚未离开", "revoked, has not left");

    public static LocalizedText StateEndedInside { get; } = new("已到期，尚未离开", "ended, has not left");

    public static LocalizedText NoEntries { get; } = new("次数已用完", "no entry left");

    public static LocalizedText EntriesLeft { get; } = new("还可进入 {0} 次", "{0} entries left");

    public static LocalizedText LastEntry { get; } = new("最近进入：{0}，{1}", "last came in {0}, {1}");

    public static LocalizedText InsideSince { get; } = new("进入", "came in");

    public static LocalizedText NotConfirmed { get; } = new("等待确认：{0}（离线）；其他门已生效", "{0} has not confirmed (offline); in force at all others");

    public static LocalizedText NotErased { get; } = new("{0} 尚未确认删除（离线），恢复联网后自动完成", "{0} has not confirmed the erasure (offline); it follows by itself");

    public static LocalizedText Sentence { get; } = new("{0}（{1}）{2}可进出{4}，至 {3} 为止；被访：{5}。", "{0} ({1}) may come in{2} through {4} until {3}, for {5}.");

    public static LocalizedText SentenceFrom { get; } = new("自 {0} 起", " from {0} on");

    public static LocalizedText SentenceLimits { get; } = new("限制：{0}。", "Limits: {0}.");

    public static LocalizedText SentencePlates { get; } = new("车辆 {0} 可过道闸。", "Vehicles {0} may pass the barriers.");

    public static LocalizedText Granted { get; } = new("已授权", "Granted");

    public static LocalizedText NoPass { get; } = new("授权已生效，但没有发出通行凭证：{0}", "Access is granted, but no pass was given: {0}");

    public static LocalizedText AtGate { get; } = new("到了门口", "At the gate");

    public static LocalizedText AtGateFace { get; } = new("看镜头：人脸已登记，现在就能识别。", "Look at the camera: the face is known from now on.");

    public static LocalizedText AtGateCode { get; } = new("在手机上打开通行码，对准读卡器，门就会打开。通行码每 15 秒更新，截图无效。", "Open the code on the phone and hold it to the reader; the gate opens. The code changes every 15 s: pictures of it do not work.");

    public static LocalizedText AtGateCard { get; } = new("把门卡贴近读卡器，门就会打开。", "Hold the card to the reader; the gate opens.");

    public static LocalizedText AtGateNothing { get; } = new("没有人脸也没有凭证：门不会自动打开，由保安核对姓名后放行。", "No face and no pass: no gate opens by itself; the guard checks the name and lets the person in.");

    public static LocalizedText NoCodeReader { get; } = new("{0} 没有二维码读头：在那里由保安核对后放行。", "{0}: no reader for codes there; the guard checks and lets the person in.");

    public static LocalizedText NoCardReader { get; } = new("{0} 没有门卡读头：在那里由保安核对后放行。", "{0}: no reader for cards there; the guard checks and lets the person in.");

    public static LocalizedText NoReader { get; } = new("{0} 没有读头：在那里由保安核对后放行。", "{0}: no reader there; the guard checks and lets the person in.");

    public static LocalizedText AtBarrier { get; } = new("开车到道闸前，车牌识别后自动抬杆。", "Drive up to the barrier: it rises once the plate is read.");

    public static LocalizedText PassLink { get; } = new("通行码链接（发给本人）", "Link of the code (send it to that person)");

    public static LocalizedText PassQr { get; } = new("用本人手机扫一扫，打开通行码页面", "Scan with the person's phone to open the page with the code");

    public static LocalizedText PassSecret { get; } = new("谁拿到链接谁就能进门：只发给本人。", "Whoever has the link can pass: send it to that person alone.");

    public static LocalizedText StaysHere { get; } = new("这个链接只能在本机打开。请用网关的网络地址登录控制台，再把链接发给手机。", "This link opens on this computer alone. Open the console by the gateway's network address to get a link for phones.");

    public static LocalizedText Cards { get; } = new("门卡尾号 {0}", "card ending in {0}");

    public static LocalizedText GiveCode { get; } = new("发手机通行码", "Give a code for the phone");

    public static LocalizedText TakeBack { get; } = new("停用", "Take back");

    public static LocalizedText TakeBackCode { get; } = new("停用通行码", "Take the code back");

    public static LocalizedText Taken { get; } = new("已停用，所有门立即失效。", "Taken back; it opens nothing from now on.");

    public static LocalizedText CodeGiven { get; } = new("为 {0} 发放通行码", "A code is given to {0}");

    public static LocalizedText CardGiven { get; } = new("为 {0} 登记门卡", "A card is given to {0}");

    public static LocalizedText PassTaken { get; } = new("停用 {0} 的通行凭证 {1}", "Pass {1} of {0} is taken back");

    public static LocalizedText PassLook { get; } = new("查看临时人员的通行码链接", "Looks at the link of a worker's code");

    public static LocalizedText NotOnRecord { get; } = new("无法写入审计记录，因此没有发放。请查看状态页的日志。", "It cannot be put on record, so nothing was given. Look at the journal on the status page.");

    public static LocalizedText NotOnDisk { get; } = new("无法写入磁盘，因此没有发放。请检查磁盘是否已满后再试。", "It cannot be written to the disk, so nothing was given. See whether the disk is full, and try again.");

    public static LocalizedText NotTakenForGood { get; } = new("已停用，但还没有写入磁盘：请检查磁盘是否已满；重启前有效。", "Taken back, but not yet on the disk: see whether it is full. It holds until a restart.");

    public static LocalizedText NotDone { get; } = new("没有完成：{0}", "Nothing was done: {0}");

    public static LocalizedText LockedDown { get; } = new("小区已封闭：临时人员目前一律不能进入。", "The compound is locked down: no worker is let in at present.");

    public static LocalizedText Search { get; } = new("按姓名、标签、被访或手机尾号查找", "Find by name, tag, host or end of the number");

    public static LocalizedText Found { get; } = new("找到 {0} 份", "{0} found");

    public static LocalizedText NothingFound { get; } = new("没有找到。", "Nothing was found.");

    public static LocalizedText Shown { get; } = new("只显示前 {0} 份，其余请用查找。", "The first {0} are shown; find the others by searching.");

    public static LocalizedText NoneYet { get; } = new("还没有授权", "Nobody is granted access yet");

    public static LocalizedText NoneYetHint { get; } = new("上方填好后，谁在里面、谁超时、谁今天来会显示在这里。", "Grant access above; who is inside, overstays or comes today shows here.");

    public static LocalizedText NoneForGuard { get; } = new("现在没有持授权的临时人员", "No worker holds access now");

    public static LocalizedText NoneForGuardHint { get; } = new("物业授权后会立即显示在这里。", "What the property office grants shows here at once.");

    public static LocalizedText LeavingUnseen { get; } = new("没有设置出口门（Grants:ExitGates），因此不知道谁还在里面。", "No exit gate is set (Grants:ExitGates), so nobody knows who is inside.");

    /// <summary>A group's title.</summary>
    public static LocalizedText Group(GrantGroup group) => group switch
    {
        GrantGroup.Overstaying => new("超时未离开", "Overstaying"),
        GrantGroup.Inside => new("正在里面", "Inside now"),
        GrantGroup.StartsToday => new("今天稍后开始", "Starts later today"),
        GrantGroup.Valid => new("有效，未在里面", "Valid, not inside"),
        GrantGroup.Later => new("以后开始", "Starts on a later day"),
        _ => new("已结束", "Ended"),
    };
}
