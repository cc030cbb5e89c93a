using Gateway.Edge.Privacy.People;

namespace Gateway.Edge.Privacy.Consents;

/// <summary>One consent in the ledger. Immutable.</summary>
/// <param name="Subject">Opaque id of the person.</param>
/// <param name="Kind">As what the compound knows the person; tells how the consent was given.</param>
/// <param name="At">When it was given.</param>
/// <param name="Text">Version of the text.</param>
/// <param name="Who">Names; null once the person was erased.</param>
/// <param name="WithdrawnAt">When it was withdrawn; null while it was not.</param>
internal sealed record ConsentEntry(Guid Subject, SubjectKind Kind, DateTimeOffset At, string Text, ConsentNames? Who, DateTimeOffset? WithdrawnAt);
