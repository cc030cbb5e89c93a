namespace Gateway.Edge.Access.Residents;

/// <summary>A resident as people see one; holds no face data.</summary>
/// <param name="Id">Opaque id, also the subject in the gallery.</param>
/// <param name="Name">Full name; stays in the compound.</param>
/// <param name="Unit">Building and flat, such as <c>3-1202</c>.</param>
/// <param name="Consent">The last consent to face recognition, also one that was withdrawn; null for whoever never gave one and passes with a card or a code.</param>
/// <param name="Templates">Templates held; 0 without a consent that stands.</param>
/// <param name="PhotosKept">Enrolment photos held; 0 unless the consent says so.</param>
/// <param name="MaskedPhone">The phone number as screens show it, such as <c>138****0001</c>; null where none is known.</param>
internal sealed record Resident(Guid Id, string Name, string Unit, Consent? Consent, int Templates, int PhotosKept, string? MaskedPhone = null)
{
    /// <summary>The name as gates and records show it: <c>王*</c>, <c>J*</c>.</summary>
    public string MaskedName => Residents.MaskedName.Of(Name);

    /// <summary>True while a consent to face recognition stands.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool HasFace => Consent is { Stands: true };
}
