using System.Text.Json;
using System.Text.Json.Serialization;
using Gateway.Cloud.Contract;

namespace Gateway.Edge.Access.Residents;

/// <summary>An audit fact about a resident. It travels upstream, so it names no resident: the id means something in the compound only.</summary>
/// <param name="Action">One of the constants.</param>
/// <param name="Resident">Opaque id; null for what concerns many.</param>
/// <param name="ConsentText">Version of the text; null where no consent is concerned.</param>
/// <param name="Templates">Templates held from now on.</param>
/// <param name="At">When it was done.</param>
internal sealed record ResidentAudit(string Action, Guid? Resident, string? ConsentText, int Templates, DateTimeOffset At)
{
    public const string Enrolled = "resident-enrolled";
    public const string Withdrawn = "resident-consent-withdrawn";
    public const string Registered = "resident-registered";
    public const string Changed = "resident-changed";
    public const string FaceSet = "resident-face-set";
    public const string Imported = "residents-imported";
    public const string Exported = "residents-exported";
    public const string Erased = "resident-erased";

    private const int LongestBy = 128;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>What is known of who did it: the account and the address; null where nothing is.</summary>
    public string? By { get; init; }

    /// <summary>The same in words; null where the action says it all.</summary>
    public LocalizedText? Reason { get; init; }

    /// <summary>The fact with who did it.</summary>
    public ResidentAudit Of(string? by) => this with { By = by is { Length: > LongestBy } ? by[..LongestBy] : by };

    /// <summary>The fact as a journal record's data.</summary>
    public byte[] ToData() => JsonSerializer.SerializeToUtf8Bytes(this, s_json);
}
