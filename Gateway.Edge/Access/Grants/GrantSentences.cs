using System.Globalization;
using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Access.Grants;

/// <summary>What became of grants, in words for records: without names.</summary>
internal static class GrantSentences
{
    /// <summary>A record of something that was done or found, for the station and for the history.</summary>
    public static GrantData Event(string phase, Grant grant, LocalizedText reason, DateTimeOffset at, string device = ActionAudit.Gateway, LocalizedText? deviceName = null) => new(
        device,
        deviceName ?? (device == ActionAudit.Gateway ? new LocalizedText("网关", "Gateway") : new LocalizedText(device, device)),
        phase,
        grant.Id.ToString(),
        grant.Worker.ToString(),
        Tag(grant),
        reason,
        at,
        grant.Until);

    public static LocalizedText Tag(Grant grant) => WorkerTag.Parse(grant.Tag)?.Words ?? new LocalizedText(grant.Tag, grant.Tag);

    public static LocalizedText Created(Grant grant, TimeZoneInfo zone) => Say(grant, zone, "新增{0}的临时授权，至 {1}", "Temporary access was granted to a {0}, until {1}");

    public static LocalizedText Renewed(Grant grant, TimeZoneInfo zone) => Say(grant, zone, "{0}的临时授权延长至 {1}", "The grant of a {0} was renewed until {1}");

    public static LocalizedText Shortened(Grant grant, TimeZoneInfo zone) => Say(grant, zone, "{0}的临时授权缩短至 {1}", "The grant of a {0} was shortened to {1}");

    public static LocalizedText Revoked(Grant grant) => new($"{Tag(grant).Zh}的临时授权已撤销", $"The grant of a {Tag(grant).En} was revoked");

    public static LocalizedText Ended(Grant grant, TimeZoneInfo zone) => Say(grant, zone, "{0}的临时授权 {1} 已结束", "The grant of a {0} ended at {1}");

    public static LocalizedText FaceGiven(Grant grant) => new(
        $"{Tag(grant).Zh}已同意并登记人脸", $"A {Tag(grant).En} has consented to the use of the face, which is enrolled");

    public static LocalizedText LinkMade(Grant grant) => new($"{Tag(grant).Zh}的邀请链接已生成", $"A link was made for the invitation of a {Tag(grant).En}");

    public static LocalizedText FaceErased(Grant grant) => new(
        $"{Tag(grant).Zh}的照片和人脸模板已删除", $"Photo and face template of a {Tag(grant).En} were erased");

    public static LocalizedText Confirmed(string device, bool erased) => erased
        ? new($"设备 {device} 已确认删除授权和人脸", $"Device {device} has confirmed that grant and face are erased")
        : new($"设备 {device} 已确认授权", $"Device {device} has confirmed the grant");

    public static LocalizedText Left(Grant grant) => new($"{Tag(grant).Zh}已登记离开", $"A {Tag(grant).En} was noted as having left");

    public static LocalizedText Imported(int count) => new($"导入施工队名单：新增 {count} 份授权", $"A crew was imported: {count} grants");

    public static LocalizedText Erased(int count) => new($"按保存期限删除 {count} 份授权", $"{count} grants were erased as their time was over");

    public static LocalizedText ErasedOnRequest(int count) => new($"应本人要求删除 {count} 份授权", $"{count} grants were erased at the person's request");

    private static LocalizedText Say(Grant grant, TimeZoneInfo zone, string zh, string en)
    {
        var until = TimeZoneInfo.ConvertTime(grant.Until, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new(string.Format(CultureInfo.InvariantCulture, zh, Tag(grant).Zh, until), string.Format(CultureInfo.InvariantCulture, en, Tag(grant).En, until));
    }
}
