using System.Text.Json.Serialization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy;

/// <summary>
/// Data of the audit event that tells of something done at the privacy desk. It travels upstream, so it names nobody: ids mean something in the
/// compound only.
/// </summary>
/// <param name="Name">What was done: one of the constants.</param>
/// <param name="Subject">Opaque id of the person; null where it concerns nobody in particular.</param>
/// <param name="By">What is known of who did it.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="At">When.</param>
internal sealed record PrivacyAudit(string Name, Guid? Subject, string By, LocalizedText Reason, DateTimeOffset At)
{
    public const string ExportBegun = "person-export-begun";
    public const string Exported = "person-exported";
    public const string ExportTaken = "person-export-downloaded";
    public const string ExportStopped = "person-export-cancelled";
    public const string EraseBegun = "person-erase-begun";
    public const string Erased = "person-erased";
    public const string ConsentsExported = "consents-exported";
    public const string AssessmentSaved = "assessment-saved";

    /// <summary>Tells this audit event from others.</summary>
    [JsonPropertyOrder(-1)]
    public string Action => "privacy";
}
