using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Residents;

/// <summary>Answers the gates' question who a subject is from the residents' registry.</summary>
internal sealed class ResidentPeople(IResidentDirectory residents) : IPeople
{
    /// <inheritdoc/>
    public bool IsComplete => residents.IsComplete;

    /// <inheritdoc/>
    public KnownPerson? Find(Guid subject) =>
        residents.Find(subject) is { } resident ? new KnownPerson(resident.Id, resident.MaskedName, PersonKind.Resident) : null;
}
