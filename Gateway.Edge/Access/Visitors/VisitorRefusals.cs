using Gateway.Edge.Access.Grants.Registry;

namespace Gateway.Edge.Access.Visitors;

/// <summary>Why an invitation, or a visitor's face, is refused, beyond what stands against any grant.</summary>
internal static class VisitorRefusals
{
    public static GrantRefusal NoHost { get; } = new("host", "unknown", new(
        "只有在册住户可以邀请访客；请联系物业。", "Only registered residents can invite visitors; ask the property office."));

    public static GrantRefusal Visits { get; } = new("visits", "range", new(
        $"请填写 1 至 {InvitationDraft.MostVisits} 的整数。", $"Give a whole number from 1 to {InvitationDraft.MostVisits}."));

    public static GrantRefusal Tries { get; } = new("photo", "tries", new(
        "尝试次数过多。二维码一样可用，请直接使用二维码。", "Too many photos were tried. The QR code opens the same gates; please use it."));

    public static GrantRefusal Consent { get; } = new("consent", "missing", new(
        "使用人脸需要您本人同意；也可直接使用二维码。", "Your face is used only if you agree; the QR code needs no consent."));

    public static GrantRefusal PhotoSize(int most) => new("photo", "size", new(
        $"请选择一张不超过 {most / 1024 / 1024} MB 的照片。", $"Choose a photo of at most {most / 1024 / 1024} MB."));

    /// <summary>
    /// In place of the words for staff, which name whom the photo resembles: an invitation must not tell who is registered here.
    /// </summary>
    public static GrantRefusal Ambiguous { get; } = new("photo", "unsuitable", new(
        "这张照片不能用于本次登记；请换一张本人的近照，或直接使用二维码。", "This photo cannot be used here; give another recent one of yourself, or use the QR code."));

    public static GrantRefusal TooLong(TimeSpan longest) => new("until", "too-long", new(
        $"一次邀请最长 {longest.TotalHours:0} 小时，请缩短。", $"An invitation lasts at most {longest.TotalHours:0} h; choose an earlier end."));

    public static GrantRefusal TooEarly(TimeSpan ahead) => new("from", "too-early", new(
        $"最多提前 {ahead.TotalDays:0} 天邀请。", $"Invite at most {ahead.TotalDays:0} days before."));

    public static GrantRefusal TooManyOpen(int most) => new("grant", "too-many", new(
        $"已有 {most} 份有效邀请，请先取消不用的。", $"There are {most} open invitations; cancel one that is not needed."));

    public static GrantRefusal TooManyToday(int most) => new("grant", "too-often", new(
        $"24 小时内最多邀请 {most} 次；如需更多请联系物业。", $"At most {most} invitations within 24 hours; ask the property office for more."));
}
