using Gateway.Cloud.Contract;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Console.GateDisplays;

/// <summary>
/// Refusals as a display says them, for all who pass by: never a name, which the journal and the console keep, and no card or code where the gate
/// cannot read one.
/// </summary>
internal static class DisplayRefusals
{
    private const string OfficeZh = "请联系物业或被访住户";
    private const string OfficeEn = "Call the property office or the resident who asked for you";

    /// <summary>The reason, and what to do about it.</summary>
    /// <param name="decision">A decision that does not open.</param>
    /// <param name="ways">What the gate can take in place of a face.</param>
    public static (LocalizedText Headline, LocalizedText? Advice) Of(PassageDecision decision, LocalizedText ways) => decision switch
    {
        PassageDecision.UnknownPerson => (DisplayWords.Divide(decision.Reason).Headline, ways),
        PassageDecision.Refused refused => OfCause(refused, ways),
        _ => Plain(ways),
    };

    // The causes are named one by one: one that is added later says nothing of anybody until its words are known to name nobody.
    private static (LocalizedText Headline, LocalizedText? Advice) OfCause(PassageDecision.Refused refused, LocalizedText ways) => refused.Cause switch
    {
        RefusalCause.Unclear when refused.Words == PassageWords.Unclear(hint: null) => (DisplayWords.Divide(refused.Words).Headline, Closer(ways)),
        RefusalCause.NoLongerRegistered or RefusalCause.NotLive or RefusalCause.Unclear => (DisplayWords.Divide(refused.Words).Headline, ways),
        RefusalCause.CardUnknown or RefusalCause.CodeUnknown => (
            DisplayWords.Divide(refused.Words).Headline, new LocalizedText("请刷脸，或联系物业", "Use your face, or call the property office")),
        RefusalCause.PinWrong => (
            DisplayWords.Divide(refused.Words).Headline, new LocalizedText("请核对后重输，或联系物业", "Check it and type it again, or call the property office")),
        RefusalCause.GateFault or RefusalCause.CodeOld or RefusalCause.CodeUsed or RefusalCause.PassEnded or RefusalCause.PassRevoked =>
            DisplayWords.Divide(refused.Words),
        RefusalCause.LeaseEnded => (
            new("租期已结束", "Your lease has ended"), new("请联系物业办理续租登记", "Ask the property office to register the new one")),
        RefusalCause.NoGrant => (new("没有有效的授权", "There is no grant for you"), new(OfficeZh, OfficeEn)),
        RefusalCause.GrantRevoked => (new("授权已被撤销", "Your access was taken back"), new(OfficeZh, OfficeEn)),
        RefusalCause.GrantEnded => (new("授权已结束", "Your access has ended"), new($"{OfficeZh}续期", $"{OfficeEn} to renew it")),
        RefusalCause.GrantNotBegun => (
            new("授权尚未开始", "Your access has not begun"), new("请届时再来，或联系物业提前", "Come back then, or ask the property office to begin it earlier")),
        RefusalCause.WrongGate => (
            new("授权不含此门", "Your access does not hold at this gate"), new($"请走授权的出入口，或{OfficeZh}", "Use a gate that it names, or call the property office")),
        RefusalCause.WrongHour => (
            new("现在不在授权时段内", "It is outside the hours of your access"), new($"请在时段内再来，或{OfficeZh}", "Come back within them, or call the property office")),
        RefusalCause.NoEntriesLeft => (new("进入次数已用完", "All your entries are used"), new($"{OfficeZh}续期", $"{OfficeEn} to renew your access")),
        RefusalCause.BlockedByMode => (
            new("小区临时管控，暂不能进入", "The compound is locked down; you cannot enter now"),
            new("请在门外等候并联系物业", "Wait outside and call the property office")),
        _ => Plain(ways),
    };

    private static (LocalizedText Headline, LocalizedText? Advice) Plain(LocalizedText ways) => (new("暂不能通行", "You cannot pass now"), ways);

    private static LocalizedText Closer(LocalizedText ways) => new(
        $"请靠近并正对摄像头，也可{ways.Zh.TrimStart('请')}", $"Come closer and look at the camera, or {char.ToLowerInvariant(ways.En[0])}{ways.En[1..]}");
}
