using Gateway.Edge.Access.Grants;
using Gateway.Edge.Access.Grants.Registry;
using Gateway.Edge.Access.Residents;

namespace Gateway.Edge.Console.Events;

/// <summary>Residents and temporary workers by name. Reads only what is in memory; safe for several threads.</summary>
internal sealed class EventPeople(IResidentRoll residents, GrantBook grants)
{
    /// <summary>People offered where several fit.</summary>
    public const int Most = 20;

    /// <summary>Those whose name holds the text, or who have exactly that flat.</summary>
    public IReadOnlyList<EventPerson> Find(string? text)
    {
        var part = text?.Trim() ?? "";
        return part.Length == 0
            ? []
            :
            [
                .. residents.All.Where(one => one.Name.Contains(part, StringComparison.OrdinalIgnoreCase) || one.Unit == part).Select(one => new EventPerson(one.Id, one.Name, one.Unit))
                    .Concat(grants.Now.Workers.Where(one => one.Name != WorkerErasure.Blank && one.Name.Contains(part, StringComparison.OrdinalIgnoreCase)).Select(one => new EventPerson(one.Id, one.Name, null)))
                    .Take(Most),
            ];
    }

    /// <summary>One of them; null where there is none any more.</summary>
    public EventPerson? Get(Guid id) => residents.Get(id) is { } resident ? new EventPerson(id, resident.Name, resident.Unit)
        : grants.Now.Worker(id) is { } worker && worker.Name != WorkerErasure.Blank ? new EventPerson(id, worker.Name, null)
        : null;
}
