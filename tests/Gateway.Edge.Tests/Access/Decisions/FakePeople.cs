using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Tests.Access.Decisions;

internal sealed class FakePeople : IPeople
{
    private readonly Dictionary<Guid, KnownPerson> _people = [];

    public bool IsComplete { get; set; } = true;

    public KnownPerson Add(string maskedName, PersonKind kind = PersonKind.Resident, IReadOnlyList<GrantTerms>? grants = null, DateTimeOffset? leaseEnd = null, bool byFace = true)
    {
        var person = new KnownPerson(Guid.NewGuid(), maskedName, kind) { Grants = grants ?? [], LeaseEnd = leaseEnd, ByFace = byFace };
        _people[person.Id] = person;
        return person;
    }

    public void Forget(KnownPerson person) => _people.Remove(person.Id);

    public KnownPerson? Find(Guid subject) => _people.GetValueOrDefault(subject);
}
