using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Decisions;

/// <summary>What a gate says to a temporary worker: surname and work only, the reason, and what to do.</summary>
internal static class GrantWords
{
    private const string OfficeZh = "请联系物业或被访住户";
    private const string OfficeEn = "call the property office or the resident who asked for you";

    public static LocalizedText Released { get; } = new("紧急释放，通道已打开，请通行", "Emergency release: the way is open, please pass");

    public static LocalizedText NoGrant { get; } = new($"没有有效的授权；{OfficeZh}", $"There is no grant for you; {OfficeEn}");

    public static LocalizedText LeaseEnded(string maskedName, DateTimeOffset end, DateTimeOffset at, TimeZoneInfo zone) => new(
        $"{maskedName} 的租期 {Time(end, at, zone)} 已结束；请联系物业办理续租登记",
        $"The lease of {maskedName} ended at {Time(end, at, zone)}; ask the property office to register the new one");

    public static LocalizedText Welcome(KnownPerson worker, GrantTerms grant) => new(
        $"请进，{Zh(worker, grant)}", $"Please come in, {En(worker, grant)}");

    public static LocalizedText Leaves(KnownPerson worker) => new($"慢走，{Zh(worker)}", $"Goodbye, {worker.MaskedName}");

    public static LocalizedText Blocked(KnownPerson worker, GrantTerms grant) => new(
        $"小区临时管控，{Zh(worker, grant)}暂不能进入；请在门外等候并联系物业",
        $"The compound is locked down and {En(worker, grant)} cannot enter now; wait outside and call the property office");

    /// <summary>Why a grant does not let in.</summary>
    public static LocalizedText Refusal(KnownPerson worker, GrantTerms grant, GrantVerdict verdict, GateScene scene, DateTimeOffset at)
    {
        var (zh, en) = (Zh(worker, grant), En(worker, grant));
        var (right, access) = grant.IsVisitor ? ("邀请", "invitation") : ("授权", "grant");
        var (askZh, askEn) = grant.IsVisitor ? ("请联系邀请您的住户", "call the resident who invited you") : (OfficeZh, OfficeEn);
        return verdict switch
        {
            GrantVerdict.Revoked => new($"{zh}的{right}已被撤销；{askZh}", $"The {access} of {en} was revoked; {askEn}"),
            GrantVerdict.Ended => new(
                $"{zh}的{right} {Time(grant.Until, at, scene.Zone)} 已结束；{askZh}{(grant.IsVisitor ? "重新邀请" : "续期")}",
                $"The {access} of {en} ended at {Time(grant.Until, at, scene.Zone)}; to renew it, {askEn}"),
            GrantVerdict.NotYet => new(
                $"{zh}的{right} {Time(grant.From, at, scene.Zone)} 才开始；请届时再来，或{(grant.IsVisitor ? "联系邀请您的住户" : "联系物业")}提前",
                $"The {access} of {en} begins at {Time(grant.From, at, scene.Zone)}; come back then, or ask {(grant.IsVisitor ? "the resident who invited you" : "the property office")} to begin it earlier"),
            GrantVerdict.WrongGate => new(
                $"{zh}的{right}不含此门；请走{right}的出入口，或{askZh}", $"The {access} of {en} does not hold at this gate; use one that it names, or {askEn}"),
            GrantVerdict.WrongHour => new(
                $"现在不在{zh}的{right}时段内{Hours(grant, zh: true)}；请在时段内再来，或{askZh}",
                $"It is outside the hours of {en}{Hours(grant, zh: false)}; come back within them, or {askEn}"),
            _ => new(
                $"{zh}的进入次数已用完；{askZh}{(grant.IsVisitor ? "重新邀请" : "续期")}",
                grant.IsVisitor ? $"All entries of {en} are used; for another invitation, {askEn}" : $"All entries of {en} are used; to renew the grant, {askEn}"),
        };
    }

    // An ideograph is a surname, by which a craftsman is addressed; of other names the masked one is.
    private static string Zh(KnownPerson worker) =>
        worker.MaskedName is [>= '\u4E00' and <= '\u9FFF' and var surname, ..] ? $"{surname}师傅" : worker.MaskedName;

    // A visitor practises no craft here.
    private static string Zh(KnownPerson worker, GrantTerms grant) => $"{(grant.IsVisitor ? worker.MaskedName : Zh(worker))}({grant.Tag.Zh})";

    private static string En(KnownPerson worker, GrantTerms grant) => $"{worker.MaskedName} ({grant.Tag.En})";

    private static string Hours(GrantTerms grant, bool zh)
    {
        var holidays = grant.Holidays switch
        {
            HolidayRule.NotOnHolidays => zh ? "节假日除外" : "not on holidays",
            HolidayRule.OnlyOnHolidays => zh ? "仅节假日" : "holidays only",
            _ => null,
        };
        // Without semicolons: displays divide the reason from the advice there.
        string?[] parts = [grant.Hours?.Text.Replace("; ", zh ? "，" : ", ", StringComparison.Ordinal), holidays];
        return $" ({string.Join(zh ? "，" : ", ", parts.Where(part => part is not null))})";
    }

    private static string Time(DateTimeOffset instant, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(instant, zone), TimeZoneInfo.ConvertTime(now, zone));
        return local.ToString(local.Date == today.Date ? "HH:mm" : local.Year == today.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
