namespace Gateway.Edge.Access.Residents;

/// <summary>A resident as people see one; holds no face data.</summary>
/// <param name="Id">Opaque id, also the subject in the gallery.</param>
/// <param name="Name">Full name; stays in the compound.</param>
/// <param name="Unit">Building and flat, such as <c>3-1202</c>.</param>
/// <param name="Consent">The consent under which face data are held.</param>
/// <param name="Templates">Templates held; 0 after withdrawal.</param>
/// <param name="PhotosKept">Enrolment photos held; 0 unless the consent says so.</param>
internal sealed record Resident(Guid Id, string Name, string Unit, Consent Consent, int Templates, int PhotosKept)
{
    /// <summary>The name as gates and records show it: <c>王*</c>, <c>J*</c>.</summary>
    public string MaskedName => Residents.MaskedName.Of(Name);
}
