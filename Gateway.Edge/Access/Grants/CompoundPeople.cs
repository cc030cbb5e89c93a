using Gateway.Edge.Access.Decisions;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Access.Grants;

/// <summary>Answers the gates' question who a subject is: residents, with the end of a tenant's lease, and temporary workers with their grants.</summary>
internal sealed class CompoundPeople(IResidentDirectory residents, GrantBook grants) : IPeople
{
    /// <inheritdoc/>
    public bool IsComplete => residents.IsComplete && grants.IsComplete;

    /// <inheritdoc/>
    public KnownPerson? Find(Guid subject)
    {
        var now = grants.Now;
        return residents.Find(subject) is { } resident
            ? new KnownPerson(resident.Id, resident.MaskedName, PersonKind.Resident) { ByFace = resident.HasFace, LeaseEnd = now.Leases.TryGetValue(subject, out var end) ? end : null }
            : now.Person(subject);
    }
}
