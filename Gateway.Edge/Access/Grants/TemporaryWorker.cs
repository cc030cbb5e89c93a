using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Access.Grants;

/// <summary>A temporary worker as people see one; holds no face data and no whole phone number. Immutable.</summary>
/// <param name="Id">Opaque id, also the subject in the gallery.</param>
/// <param name="Name">Full name; stays in the compound.</param>
/// <param name="MaskedPhone">Such as <c>138****0001</c>; null for none.</param>
/// <param name="Consent">Who consented to the use of the face, and when; null for someone without a face.</param>
/// <param name="Templates">Templates held; 0 without a face, and once it is erased.</param>
internal sealed record TemporaryWorker(Guid Id, string Name, string? MaskedPhone, Consent? Consent, int Templates)
{
    /// <summary>The name as gates and records show it.</summary>
    public string MaskedName => Residents.MaskedName.Of(Name);
}
