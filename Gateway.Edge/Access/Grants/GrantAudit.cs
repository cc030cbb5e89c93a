using System.Text.Json.Serialization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Grants;

/// <summary>
/// Data of the audit event that tells of something done with grants. It travels upstream, so it holds no name and no phone number: ids mean
/// something in the compound only.
/// </summary>
/// <param name="Name">What was done: one of the constants.</param>
/// <param name="Subject">Id of the grant, or of the resident whose lease it is; null for what concerns many.</param>
/// <param name="By">What is known of who did it; <c>gateway</c> for what it did by itself.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="At">When.</param>
internal sealed record GrantAudit(string Name, Guid? Subject, string By, LocalizedText Reason, DateTimeOffset At)
{
    public const string Created = "grant-created";
    public const string Renewed = "grant-renewed";
    public const string Shortened = "grant-shortened";
    public const string Revoked = "grant-revoked";
    public const string Left = "grant-left";
    public const string Imported = "grants-imported";
    public const string Ended = "grant-ended";
    public const string FaceErased = "grant-face-erased";
    public const string FaceGiven = "grant-face-given";
    public const string LinkMade = "visit-link-made";
    public const string Confirmed = "grant-confirmed";
    public const string Erased = "grants-erased";
    public const string HolidaysSet = "holidays-set";
    public const string LeaseSet = "lease-set";
    public const string LockdownSet = "lockdown-set";

    /// <summary>By whom what the gateway does of itself is done.</summary>
    public const string Gateway = "gateway";

    private const int LongestBy = 128;

    /// <summary>Tells this audit event from others.</summary>
    [JsonPropertyOrder(-1)]
    public string Action => "grants";

    /// <summary>Every name, in the order of the contract.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [Created, Renewed, Shortened, Revoked, Left, Imported, Ended, FaceErased, Confirmed, Erased, HolidaysSet, LeaseSet, LockdownSet, FaceGiven, LinkMade];

    /// <summary>A fact.</summary>
    public static GrantAudit Of(string name, Guid? subject, string by, LocalizedText words, DateTimeOffset at) =>
        new(name, subject, by.Length <= LongestBy ? by : by[..LongestBy], words, at);
}
