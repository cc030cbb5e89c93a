using Gateway.Cloud.Contract.Events;
using Microsoft.Extensions.Options;

namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>
/// Which falls belong together: those before one camera that follow each other within a window. Tests and real falls never do. Not
/// thread-safe: restored before the first is taken, and taken by one flow.
/// </summary>
internal sealed class FallIncidents(IOptions<FallingObjectOptions> options)
{
    private readonly Dictionary<(string Device, bool Test), Incident> _last = [];

    /// <summary>The incident that a fall belongs to, a new one where the last is too long ago, and which of its falls it is.</summary>
    public (Guid Incident, int Count) Take(string device, bool test, DateTimeOffset began, DateTimeOffset ended)
    {
        // A clock that was set back makes no incident last for ever.
        var continues = _last.TryGetValue((device, test), out var last) && (began - last.Ended).Duration() <= options.Value.IncidentWindow;
        var incident = continues
            ? last with { Count = last.Count + 1, Ended = ended > last.Ended ? ended : last.Ended }
            : new Incident(Guid.CreateVersion7(began), 1, ended);
        _last[(device, test)] = incident;
        return (incident.Id, incident.Count);
    }

    /// <summary>Takes up what is on record; later alerts replace earlier ones.</summary>
    public void Restore(FallingObjectData alert)
    {
        if (Guid.TryParse(alert.Incident, out var id))
        {
            _last[(alert.Device, alert.Test)] = new Incident(id, alert.Count, alert.EndedAt);
        }
    }

    private readonly record struct Incident(Guid Id, int Count, DateTimeOffset Ended);
}
