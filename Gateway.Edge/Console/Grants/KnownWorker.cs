using Gateway.Cloud.Contract;

namespace Gateway.Edge.Console.Grants;

/// <summary>Somebody who was granted access before.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">Full name.</param>
/// <param name="MaskedPhone">Masked; null for none.</param>
/// <param name="Tag">What the person did last; null where that is not known.</param>
/// <param name="HasFace">True while gates recognise the face.</param>
public sealed record KnownWorker(Guid Id, string Name, string? MaskedPhone, LocalizedText? Tag, bool HasFace);
