namespace Gateway.Edge.Alerts.FallingObjects;

/// <summary>Which falls belong together: those before one camera that follow each other within a window. Not thread-safe.</summary>
internal sealed class FallIncidents(TimeSpan window)
{
    private readonly Dictionary<string, Incident> _last = new(StringComparer.Ordinal);

    /// <summary>The incident that a fall belongs to, a new one where the last is too long ago, and which of its falls it is.</summary>
    public (Guid Incident, int Count) Take(string device, DateTimeOffset began, DateTimeOffset ended)
    {
        // A clock that was set back makes no incident last for ever.
        var continues = _last.TryGetValue(device, out var last) && (began - last.Ended).Duration() <= window;
        var incident = continues
            ? last with { Count = last.Count + 1, Ended = ended > last.Ended ? ended : last.Ended }
            : new Incident(Guid.CreateVersion7(began), 1, ended);
        _last[device] = incident;
        return (incident.Id, incident.Count);
    }

    /// <summary>Takes up what was on record before a restart; later ones replace earlier ones.</summary>
    public void Restore(string device, Guid incident, int count, DateTimeOffset ended) => _last[device] = new Incident(incident, count, ended);

    private readonly record struct Incident(Guid Id, int Count, DateTimeOffset Ended);
}
