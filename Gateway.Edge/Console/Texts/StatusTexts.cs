using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Texts;

/// <summary>How the gateway tells of itself.</summary>
internal static class StatusTexts
{
    public static LocalizedText OpenedResident { get; } = new("居民放行", "Resident let in");

    public static LocalizedText OpenedWorker { get; } = new("临时人员放行", "Temporary worker let in");

    public static LocalizedText Refused { get; } = new("未放行", "Refused");

    public static LocalizedText OpenedInEmergency { get; } = new("紧急释放", "Emergency release");

    public static LocalizedText StrangerRefused { get; } = new("未登记人员", "Not registered");

    public static LocalizedText Unknown { get; } = new("未知", "Unknown");

    public static LocalizedText GateOpen { get; } = new("已放行", "Open");

    public static LocalizedText GateIdle { get; } = new("待机", "Waiting");

    public static LocalizedText GateStarting { get; } = new("正在启动", "Starting");

    public static LocalizedText Online { get; } = new("在线", "Online");

    public static LocalizedText Degraded { get; } = new("部分可用", "Partly working");

    public static LocalizedText Offline { get; } = new("离线", "Offline");

    public static LocalizedText Faulty { get; } = new("故障", "Fault");

    public static LocalizedText Connecting { get; } = new("正在连接", "Connecting");

    public static LocalizedText LookAtDevice { get; } = new("请查看该设备。", "Please look at this device.");

    public static LocalizedText Station { get; } = new("派出所", "Station");

    public static LocalizedText Connected { get; } = new("已连接", "Connected");

    public static LocalizedText NotConnected { get; } = new("未连接", "Not connected");

    public static LocalizedText UplinkOff { get; } = new("未启用", "Switched off");

    public static LocalizedText Backlog { get; } = new("待上报", "Waiting to be sent");

    public static LocalizedText NothingWaiting { get; } = new("全部已确认", "All confirmed");

    public static LocalizedText LastReceipt { get; } = new("最近回执", "Last receipt");

    public static LocalizedText NoneYet { get; } = new("尚无", "None yet");

    public static LocalizedText None { get; } = new("无", "None");

    public static LocalizedText Pictures { get; } = new("图片", "Pictures");

    public static LocalizedText RefusedByBroker { get; } = new("被服务器拒收", "Refused by the broker");

    public static LocalizedText Recording { get; } = new("记录", "Recording");

    public static LocalizedText RecordingGood { get; } = new("正常", "All right");

    public static LocalizedText RecordingAfterDamage { get; } = new("正常，曾发现损坏", "Works; damage was found");

    public static LocalizedText RecordingStopped { get; } = new("无法写入", "Cannot be written");

    public static LocalizedText LastSequence { get; } = new("最新序号", "Last sequence");

    public static LocalizedText PassagesUnrecorded { get; } = new("未入库通行", "Passages not recorded");

    public static LocalizedText ObservationsUnrecorded { get; } = new("未入库设备事件", "Device events not recorded");

    public static LocalizedText Consented { get; } = new("已同意", "Consent given");

    public static LocalizedText Withdrawn { get; } = new("已撤回", "Withdrawn");

    public static LocalizedText UplinkOffTitle { get; } = new("上报未启用", "Sending to the station is switched off");

    public static LocalizedText UplinkOffHint { get; } = new(
        "门禁照常工作，记录保存在本机，不会发送到派出所。需要上报时，请将配置 Uplink:Enabled 设为 true。",
        "Gates work as usual and records stay on this machine; the station receives nothing. To send, set Uplink:Enabled to true.");

    public static LocalizedText UplinkFaultTitle { get; } = new("上报受阻", "Sending to the station is held up");

    public static LocalizedText UplinkAwayTitle { get; } = new("未连接到派出所", "Not connected to the station");

    public static LocalizedText BacklogTitle { get; } = new("待上报记录较多", "Many records wait to be sent");

    public static LocalizedText JournalAwayTitle { get; } = new("日志无法写入：门禁照常工作，但不留记录", "The journal cannot be written: gates work as usual but leave no record");

    public static LocalizedText JournalAwayHint { get; } = new("门禁照常工作，但通行不会留下记录。请检查磁盘。", "Gates work as usual but leave no record. Check the disk.");

    public static LocalizedText UnrecordedHint { get; } = new(
        "门禁已按规则处理，但当时无法写入磁盘。请检查磁盘并查看网关日志。",
        "The gates acted by their rules, but the disk could not be written. Check the disk and read the gateway's log.");

    public static LocalizedText DamageTitle { get; } = new("启动时发现日志损坏", "The journal was found damaged at start");

    public static LocalizedText ModelsTitle { get; } = new("无法识别人脸", "Faces cannot be recognised");

    public static LocalizedText VehiclesInside { get; } = new("在场车辆", "Vehicles inside");

    public static LocalizedText Overstaying { get; } = new("超时车辆", "Overstaying");

    public static LocalizedText MoveCar { get; } = new("待处理挪车", "Move-car requests");

    public static LocalizedText BarriersByHand { get; } = new("人工操作的道闸", "Barriers worked by hand");

    public static LocalizedText Vehicles(int inside, int? capacity) => capacity is { } places ? Of(inside, places) : Number(inside);

    public static LocalizedText Of(int part, int all) => new($"{part} / {all}", $"{part} of {all}");

    public static LocalizedText Number(long number)
    {
        var text = number.ToString("N0", CultureInfo.InvariantCulture);
        return new(text, text);
    }

    public static LocalizedText People(int count) => new($"{Digits(count)} 人", count == 1 ? "1 resident" : $"{Digits(count)} residents");

    public static LocalizedText Records(long count) => new($"{Digits(count)} 条", count == 1 ? "1 record" : $"{Digits(count)} records");

    public static LocalizedText RecordsWaiting(long count) => Records(count);

    public static LocalizedText PicturesWaiting(long count) => new($"{Digits(count)} 张待传", $"{Digits(count)} waiting");

    public static LocalizedText StrangerAlert(int sightings) => sightings == 1
        ? new("陌生人告警", "Stranger alert")
        : new($"陌生人告警，出现 {sightings} 次", $"Stranger alert, seen {sightings} times");

    public static LocalizedText Joined(LocalizedText name, LocalizedText state) => new($"{name.Zh} · {state.Zh}", $"{name.En} · {state.En}");

    public static LocalizedText UplinkFaultHint(string fault) => new(
        $"门禁照常工作，记录保存在本机，恢复后自动补传。原因：{fault}",
        $"Gates work as usual; records stay here and are sent once it works again. Reason: {fault}");

    public static LocalizedText UplinkAwayHint(long backlog) => new(
        $"门禁照常工作，{Digits(backlog)} 条记录在本机等待，连接恢复后自动补传。请检查网络。",
        $"Gates work as usual; {Digits(backlog)} records wait here and are sent once the connection is back. Check the network.");

    public static LocalizedText BacklogHint(long backlog) => new(
        $"{Digits(backlog)} 条记录正在补传，无需操作。",
        $"{Digits(backlog)} records are being sent; nothing needs to be done.");

    public static LocalizedText UnrecordedTitle(long count) => new(
        $"{Digits(count)} 条记录未能保存", count == 1 ? "1 record could not be saved" : $"{Digits(count)} records could not be saved");

    public static LocalizedText DamageLost(long count, string folder) => new(
        $"{Digits(count)} 条记录无法读出，其余已取回；损坏的文件原样保存在 {folder}。",
        $"{Digits(count)} records could not be read, the rest was taken over; the damaged files are kept as they were in {folder}.");

    public static LocalizedText DamageNothingLost(string folder) => new(
        $"没有记录丢失；损坏的文件原样保存在 {folder}。",
        $"No record was lost; the damaged files are kept as they were in {folder}.");

    public static LocalizedText ModelsHint(string models) => new(
        $"模型文件缺失或被改动：{models}。请重新安装网关，或运行 npm ci 后重新构建；详情：gateway models verify。",
        $"Model files are missing or altered: {models}. Reinstall the gateway, or run npm ci and build again; details: gateway models verify.");

    private static string Digits(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
