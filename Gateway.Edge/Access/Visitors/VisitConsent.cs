using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Visitors;

/// <summary>The text that a visitor consents to who chooses the face. A change of it is a new version.</summary>
internal static class VisitConsent
{
    /// <summary>Recorded with each consent.</summary>
    public const string Version = "visit-v1";

    /// <summary>What is agreed to, a paragraph each.</summary>
    public static IReadOnlyList<LocalizedText> Text { get; } =
    [
        new(
            "我自愿同意：本小区网关用我的照片生成人脸特征，仅用于本次邀请期间在门禁识别我。不同意不影响通行，二维码同样可用。",
            "I agree of my own free will that this compound's gateway makes a face template from my photo, for one purpose: that its gates know me during this invitation. If I do not agree, the QR code opens the same gates."),
        new(
            "照片不保存；人脸特征加密存于小区内的网关，不上传、不提供给他人，邀请到期、取消或我删除时立即删除，并留有删除凭据。",
            "The photo is not kept. The template is kept encrypted on the gateway within the compound, is sent nowhere and given to nobody, and is erased at once when the invitation ends, is cancelled, or when I delete it; the erasure is on record."),
        new("我可随时在本页撤回同意。照片为我本人；未满 14 周岁由监护人同意。", "I can withdraw on this page at any time. The photo shows me; for a child under 14 a guardian agrees."),
    ];
}
