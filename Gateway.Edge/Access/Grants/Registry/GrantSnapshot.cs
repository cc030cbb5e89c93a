using System.Collections.Immutable;
using Gateway.Edge.Access.Decisions;

namespace Gateway.Edge.Access.Grants.Registry;

/// <summary>Grants, workers, leases and holidays at one moment. Immutable; a change makes another one, which gates see all at once.</summary>
internal sealed class GrantSnapshot
{
    /// <summary>Nobody.</summary>
    public static GrantSnapshot Empty { get; } = new();

    private ImmutableDictionary<Guid, Grant> _grants = ImmutableDictionary<Guid, Grant>.Empty;
    private ImmutableDictionary<Guid, TemporaryWorker> _workers = ImmutableDictionary<Guid, TemporaryWorker>.Empty;

    // A worker's grants, and the worker as decisions know one: made once for each change, not for each face.
    private ImmutableDictionary<Guid, ImmutableHashSet<Guid>> _grantsOf = ImmutableDictionary<Guid, ImmutableHashSet<Guid>>.Empty;
    private ImmutableDictionary<Guid, KnownPerson> _people = ImmutableDictionary<Guid, KnownPerson>.Empty;

    /// <summary>The compound's holidays.</summary>
    public ImmutableHashSet<DateOnly> Holidays { get; private init; } = [];

    /// <summary>Ends of tenants' leases by resident.</summary>
    public ImmutableDictionary<Guid, DateTimeOffset> Leases { get; private init; } = ImmutableDictionary<Guid, DateTimeOffset>.Empty;

    /// <summary>The compound is locked down.</summary>
    public bool IsLockedDown { get; private init; }

    /// <summary>All grants.</summary>
    public IEnumerable<Grant> All => _grants.Values;

    /// <summary>All workers.</summary>
    public IEnumerable<TemporaryWorker> Workers => _workers.Values;

    /// <summary>How many grants there are.</summary>
    public int Count => _grants.Count;

    /// <summary>A grant; null for none.</summary>
    public Grant? Find(Guid grant) => _grants.GetValueOrDefault(grant);

    /// <summary>A worker; null for none.</summary>
    public TemporaryWorker? Worker(Guid worker) => _workers.GetValueOrDefault(worker);

    /// <summary>A worker as decisions know one; null for none.</summary>
    public KnownPerson? Person(Guid worker) => _people.GetValueOrDefault(worker);

    /// <summary>A worker's grants, newest first.</summary>
    public IReadOnlyList<Grant> GrantsOf(Guid worker) =>
        [.. _grantsOf.GetValueOrDefault(worker, []).Select(id => _grants[id]).OrderByDescending(grant => grant.EnteredAt).ThenBy(grant => grant.Id)];

    /// <summary>With these workers and grants in the place of those with their ids.</summary>
    public GrantSnapshot With(IReadOnlyCollection<TemporaryWorker> workers, IReadOnlyCollection<Grant> grants)
    {
        var next = Copy();
        next._workers = _workers.SetItems(workers.Select(worker => KeyValuePair.Create(worker.Id, worker)));
        next._grants = _grants.SetItems(grants.Select(grant => KeyValuePair.Create(grant.Id, grant)));
        foreach (var grant in grants)
        {
            next._grantsOf = next._grantsOf.SetItem(grant.Worker, next._grantsOf.GetValueOrDefault(grant.Worker, []).Add(grant.Id));
        }

        next.Describe(workers.Select(worker => worker.Id).Concat(grants.Select(grant => grant.Worker)));
        return next;
    }

    /// <summary>Without these grants, and without the workers who have none any more.</summary>
    public GrantSnapshot Without(IReadOnlyCollection<Guid> grants)
    {
        var next = Copy();
        foreach (var grant in grants.Select(Find).OfType<Grant>())
        {
            next._grants = next._grants.Remove(grant.Id);
            var left = next._grantsOf.GetValueOrDefault(grant.Worker, []).Remove(grant.Id);
            next._grantsOf = left.IsEmpty ? next._grantsOf.Remove(grant.Worker) : next._grantsOf.SetItem(grant.Worker, left);
            if (left.IsEmpty)
            {
                next._workers = next._workers.Remove(grant.Worker);
            }

            next.Describe([grant.Worker]);
        }

        return next;
    }

    /// <summary>With other holidays.</summary>
    public GrantSnapshot With(ImmutableHashSet<DateOnly> holidays) => Copy(holidays: holidays);

    /// <summary>With these residents' leases in place of theirs.</summary>
    public GrantSnapshot WithLeases(IEnumerable<(Guid Resident, DateTimeOffset End)> leases) =>
        Copy(leases: Leases.SetItems(leases.Select(lease => KeyValuePair.Create(lease.Resident, lease.End))));

    /// <summary>With a resident's lease; null for none.</summary>
    public GrantSnapshot WithLease(Guid resident, DateTimeOffset? end) => Copy(leases: end is { } given ? Leases.SetItem(resident, given) : Leases.Remove(resident));

    /// <summary>Locked down, or no longer.</summary>
    public GrantSnapshot With(bool lockedDown) => Copy(lockedDown: lockedDown);

    private GrantSnapshot Copy(ImmutableHashSet<DateOnly>? holidays = null, ImmutableDictionary<Guid, DateTimeOffset>? leases = null, bool? lockedDown = null) => new()
    {
        _grants = _grants,
        _workers = _workers,
        _grantsOf = _grantsOf,
        _people = _people,
        Holidays = holidays ?? Holidays,
        Leases = leases ?? Leases,
        IsLockedDown = lockedDown ?? IsLockedDown,
    };

    private void Describe(IEnumerable<Guid> workers)
    {
        foreach (var id in workers.Distinct())
        {
            _people = _workers.GetValueOrDefault(id) is { } worker
                ? _people.SetItem(id, new KnownPerson(id, worker.MaskedName, PersonKind.TemporaryWorker) { Grants = [.. GrantsOf(id).Select(grant => grant.ToTerms())] })
                : _people.Remove(id);
        }
    }
}
