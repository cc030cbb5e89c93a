using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Grants;

namespace Gateway.Edge.Alerts.Grants;

/// <summary>Findings in words, without names.</summary>
internal static class FindingWords
{
    public static LocalizedText WrongGate(Grant grant, LocalizedText gate) => new(
        $"{Zh(grant)}在授权范围外的{gate.Zh}试图进入，未放行", $"A {En(grant)} tried {gate.En}, where the grant does not hold, and was kept out");

    public static LocalizedText WrongHour(Grant grant, LocalizedText gate) => new(
        $"{Zh(grant)}在授权时段外于{gate.Zh}试图进入，未放行", $"A {En(grant)} tried {gate.En} outside the hours of the grant and was kept out");

    public static LocalizedText AfterEnd(Grant grant, LocalizedText gate) => new(
        $"授权已结束或撤销的{Zh(grant)}在{gate.Zh}试图进入，未放行", $"A {En(grant)} whose grant is over tried {gate.En} and was kept out");

    public static LocalizedText TooManyEntries(Grant grant, LocalizedText gate) => new(
        $"{Zh(grant)}的进入次数已用完，在{gate.Zh}再次试图进入，未放行", $"A {En(grant)} whose entries are used up tried {gate.En} again and was kept out");

    public static LocalizedText MoreEntries(Grant grant, LocalizedText gate) => new(
        $"{Zh(grant)}在{gate.Zh}的进入超过授权次数 {grant.Entries}，请核查", $"A {En(grant)} came in at {gate.En} more often than the {grant.Entries} times granted; please look");

    public static LocalizedText TwoOnOnePass(Grant grant, LocalizedText gate) => new(
        $"{gate.Zh}为{Zh(grant)}开门后有未登记人员跟随，请查看", $"An unregistered person was at {gate.En} right after it opened for a {En(grant)}; please look");

    public static LocalizedText Overstay(Grant grant) => new(
        $"{Zh(grant)}的授权时间已过，仍未离开，请联系授权中的被访人", $"A {En(grant)} is still inside although the time of the grant is over; call the host named in the grant");

    private static string Zh(Grant grant) => GrantSentences.Tag(grant).Zh;

    private static string En(Grant grant) => GrantSentences.Tag(grant).En;
}
