using Gateway.Cloud.Contract;

namespace Gateway.Edge.Privacy.People;

/// <summary>A person in the list of a search.</summary>
/// <param name="Kind">As what the compound knows them.</param>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Unit">Flat of a resident; null for a worker.</param>
/// <param name="Tag">What a worker does; null for a resident.</param>
/// <param name="Templates">Face templates held.</param>
internal sealed record FoundPerson(SubjectKind Kind, Guid Id, string Name, string? Unit, LocalizedText? Tag, int Templates);
