using System.Text.Json;

namespace Gateway.Edge.Access.Residents;

/// <summary>An audit fact about a resident. It travels upstream, so it names nobody: the id means something in the compound only.</summary>
/// <param name="Action"><c>resident-enrolled</c>, <c>resident-consent-withdrawn</c> or <c>resident-erased</c>.</param>
/// <param name="Resident">Opaque id.</param>
/// <param name="ConsentText">Version of the text.</param>
/// <param name="Templates">Templates held from now on.</param>
/// <param name="At">When it was done.</param>
internal sealed record ResidentAudit(string Action, Guid Resident, string ConsentText, int Templates, DateTimeOffset At)
{
    public const string Enrolled = "resident-enrolled";
    public const string Withdrawn = "resident-consent-withdrawn";
    public const string Erased = "resident-erased";

    /// <summary>The fact as a journal record's data.</summary>
    public byte[] ToData() => JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
}
