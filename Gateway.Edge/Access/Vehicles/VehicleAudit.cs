using System.Text.Json.Serialization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Vehicles;

/// <summary>
/// Data of the audit event that tells of something done with vehicles. It travels upstream, so it holds no name, no phone number and no
/// plate: the id means something in the compound only.
/// </summary>
/// <param name="Name">What was done: one of the constants.</param>
/// <param name="Subject">Id of the vehicle, stay, notice or report; null for what concerns many.</param>
/// <param name="By">What is known of who did it; <c>gateway</c> for what it did by itself.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="At">When.</param>
internal sealed record VehicleAudit(string Name, Guid? Subject, string By, LocalizedText Reason, DateTimeOffset At)
{
    public const string Added = "vehicle-added";
    public const string Changed = "vehicle-changed";
    public const string Removed = "vehicle-removed";
    public const string Denied = "vehicle-denied";
    public const string Erased = "vehicles-erased";
    public const string Imported = "vehicles-imported";
    public const string Exported = "vehicles-exported";
    public const string PhoneShown = "vehicle-phone-shown";
    public const string StayBegun = "stay-begun";
    public const string StayEnded = "stay-ended";
    public const string StaySettled = "stay-settled";
    public const string StayExtended = "stay-extended";
    public const string Overstay = "vehicle-overstay";
    public const string NoticeTaken = "move-car-asked";
    public const string NoticeTold = "move-car-told";
    public const string NoticeFailed = "move-car-not-told";
    public const string NoticeAnswered = "move-car-answered";
    public const string NoticePhoneShown = "move-car-phone-shown";
    public const string NoticeClosed = "move-car-closed";
    public const string Reported = "parking-reported";
    public const string ReportTold = "parking-owner-told";
    public const string ReportResolved = "parking-resolved";
    public const string PictureShown = "parking-picture-shown";

    /// <summary>By whom what the gateway does of itself is done.</summary>
    public const string Gateway = "gateway";

    /// <summary>Tells this audit event from others.</summary>
    [JsonPropertyOrder(-1)]
    public string Action => "vehicles";

    /// <summary>Every name, in the order of the contract.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        Added, Changed, Removed, Denied, Erased, Imported, Exported, PhoneShown, StayBegun, StayEnded, StaySettled, StayExtended, Overstay,
        NoticeTaken, NoticeTold, NoticeFailed, NoticeAnswered, NoticePhoneShown, NoticeClosed, Reported, ReportTold, ReportResolved, PictureShown,
    ];
}
