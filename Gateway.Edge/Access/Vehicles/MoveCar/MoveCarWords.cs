using System.Globalization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles.MoveCar;

/// <summary>Move-car notices in words.</summary>
internal sealed class MoveCarWords(MoveCarOptions options, TimeZoneInfo zone)
{
    private readonly string _zhGuard = options.GuardPhone is { } phone ? $"门岗（{phone}）" : "门岗";
    private readonly string _enGuard = options.GuardPhone is { } phone ? $"the guard ({phone})" : "the guard";

    public LocalizedText Refused { get; } = new("请更正标出的内容。", "Please correct what is marked.");

    public LocalizedText LinkOver { get; } = new("链接无效或已过期。", "This link is wrong or over.");

    public LocalizedText Minutes { get; } = new("请选择 1 至 120 分钟。", "Choose 1 to 120 minutes.");

    public LocalizedText AnswerTaken { get; } = new("已告知对方，谢谢。", "Whoever asked is told. Thank you.");

    public LocalizedText AlreadyAnswered { get; } = new("该通知已答复过。", "This was answered already.");

    public LocalizedText Taken => new(
        $"已收到。如车主已登记，正在通知。{Patience} 分钟内无回应或情况紧急，请联系{_zhGuard}。",
        $"Taken down. If its owner is registered, they are being told. Without an answer within {Patience} minutes, or if it is urgent, call {_enGuard}.");

    public LocalizedText CallTheGuard => new($"暂未联系上车主，请联系{_zhGuard}。", $"The owner cannot be reached. Call {_enGuard}.");

    public LocalizedText Closed { get; } = new("门岗已处理。", "The guard has dealt with it.");

    public LocalizedText TooOften(TimeSpan wait) => new(
        $"请求过于频繁，请 {WholeMinutes(wait)} 分钟后再试，或联系{_zhGuard}。", $"Too many requests. Try again in {WholeMinutes(wait)} minutes, or call {_enGuard}.");

    public LocalizedText TooBusy => new($"请求过多，请联系{_zhGuard}。", $"There are too many requests. Call {_enGuard}.");

    public LocalizedText Coming(DateTimeOffset at) => new($"车主预计 {Local(at)} 前到达。", $"The owner means to be there by {Local(at)}.");

    public LocalizedText Answer(Notice notice) => notice.State == NoticeState.NotMine
        ? new("您已答复：不是我的车。", "You answered: not my vehicle.")
        : new($"您已答复：{Local(notice.ComingAt ?? notice.AskedAt)} 前到达。", $"You answered: there by {Local(notice.ComingAt ?? notice.AskedAt)}.");

    /// <summary>The message to the owner.</summary>
    public static LocalizedText Message(string plate, string? reason, Uri? link) => new(
        $"【挪车】请尽快移动您的车辆 {plate}。{(reason is null ? "" : $"原因：{reason}。")}{(link is null ? "" : $"答复：{link}")}",
        $"Please move your vehicle {plate}.{(reason is null ? "" : $" Reason: {reason}.")}{(link is null ? "" : $" Answer: {link}")}");

    /// <summary>Where a notice stands, for the guard.</summary>
    public LocalizedText ForGuard(Notice notice, Vehicle? vehicle, DateTimeOffset now) => notice.StateAt(now, options.Patience) switch
    {
        NoticeState.Sending => new("正在发送给车主。", "On its way to the owner."),
        NoticeState.Told => new("已通知车主，等待答复。", "The owner is told; no answer yet."),
        NoticeState.Coming => Coming(notice.ComingAt ?? now),
        NoticeState.NotMine => new("车主答复：不是我的车。请核对车牌和登记。", "The owner answered that it is not theirs. Check plate and registration."),
        NoticeState.Closed => new("已处理。", "Dealt with."),
        _ when vehicle is null => new("车牌未登记。请到现场查看，或查停留记录。", "The plate is not registered. Go and look, or search the stays."),
        _ when vehicle.MaskedPhone is null => new("车主未留电话。请上门或对讲联系。", "No number of the owner is known. Call at the door or by intercom."),
        _ => new("请致电车主：点“显示号码”，查看将被记录。", "Call the owner: show the number; the look is recorded."),
    };

    private int Patience => WholeMinutes(options.Patience);

    private static int WholeMinutes(TimeSpan span) => Math.Max(1, (int)Math.Ceiling(span.TotalMinutes));

    private string Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
