using Gateway.Cloud.Contract.Events;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>
/// Follows strangers as visits: where they were, how long they stayed, and whether they were here before. What it knows of returning faces stays in this box.
/// A store that cannot be written costs what a restart forgets, never an alert. Safe for use by several threads.
/// </summary>
internal sealed class VisitLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, (Visit Visit, ReadOnlyMemory<float> Embedding)> _open = [];
    private readonly StrangerOptions _options;
    private readonly ReturningFaces _faces;
    private readonly VisitStore _store;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <summary>Takes up what was open before a restart; <paramref name="strangers"/> holds the faces of those visits.</summary>
    public VisitLedger(StrangerOptions options, ReturningFaces faces, VisitStore store, IStrangerStore strangers, TimeProvider time, ILogger<VisitLedger> logger)
    {
        (_options, _faces, _store, _time, _logger) = (options, faces, store, time, logger);
        Restore(strangers);
    }

    /// <summary>Visits that are not over.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _open.Count;
            }
        }
    }

    /// <summary>Follows a stranger with a sighting that has just joined it.</summary>
    /// <param name="seen">What the sighting did to the book.</param>
    /// <param name="sighting">The sighting.</param>
    /// <param name="portrait">The portrait that was kept of it; null where none was.</param>
    /// <returns>A finding to tell once, which <see cref="Told"/> then settles; null for none.</returns>
    public LingeringFinding? Follow(StrangerSeen seen, Sighting sighting, MediaReference? portrait)
    {
        lock (_gate)
        {
            foreach (var gone in seen.Forgotten)
            {
                Finish(gone);
            }

            var (id, embedding) = (seen.Stranger.Id, seen.Stranger.Embedding);
            var visit = _open.TryGetValue(id, out var known) ? known.Visit.Again(sighting, _options.StayGap) : Visit.Begin(id, sighting);
            visit = visit with { Portrait = portrait?.Sha256 ?? visit.Portrait, Face = FaceOf(visit, embedding) };
            _open[id] = (visit, embedding);
            Keep(() => _store.Save(visit));
            return visit is { LingeringTold: false } && _options.LoiterAfter > TimeSpan.Zero && visit.At(sighting.Gate) is { } stay && stay.Last - stay.StaysSince >= _options.LoiterAfter
                ? new LingeringFinding(id, stay.Gate, stay.Name, stay.Last - stay.StaysSince)
                : null;
        }
    }

    /// <summary>The finding is on record; it is not told again of this visit.</summary>
    public void Told(LingeringFinding finding)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(finding.Visit, out var known))
            {
                var visit = known.Visit with { LingeringTold = true };
                _open[visit.Id] = (visit, known.Embedding);
                Keep(() => _store.Save(visit));
            }
        }
    }

    /// <summary>Ends the visits whose window is over, and erases what has outlived its time or belongs to somebody registered since.</summary>
    public void Tick()
    {
        var now = _time.GetUtcNow();
        lock (_gate)
        {
            foreach (var id in _open.Values.Where(open => now - open.Visit.Last > _options.Window).Select(open => open.Visit.Id).ToList())
            {
                Finish(id);
            }

            var forgotten = _faces.Forget(now);
            foreach (var (visit, embedding) in _open.Values.Where(open => open.Visit.Face is { } face && forgotten.Contains(face)).ToList())
            {
                _open[visit.Id] = (visit with { Face = null }, embedding);
            }

            Keep(() => _store.EraseFaces(forgotten));
            Keep(() => _store.EraseVisits(now - StrangerOptions.KeepVisits));
        }
    }

    private void Restore(IStrangerStore strangers)
    {
        Keep(() =>
        {
            _faces.Restore(_store.Faces());
            var embeddings = strangers.Load().ToDictionary(stranger => stranger.Id, stranger => stranger.Embedding);
            foreach (var visit in _store.OpenVisits())
            {
                _open[visit.Id] = (visit, embeddings.GetValueOrDefault(visit.Id));
            }
        });
        // Before anybody asks: what was to be erased while the gateway was off.
        Tick();
    }

    private Guid? FaceOf(Visit visit, ReadOnlyMemory<float> embedding) =>
        _faces.Find(visit.Face)?.Id ?? (_options.RememberFor > TimeSpan.Zero ? _faces.Match(embedding.Span, _time.GetUtcNow())?.Id : null);

    private void Finish(Guid id)
    {
        if (!_open.Remove(id, out var open))
        {
            return;
        }

        var (face, dropped) = open.Embedding.IsEmpty || _options.RememberFor == TimeSpan.Zero ? (null, []) : _faces.Remember(open.Visit, open.Embedding, _time.GetUtcNow());
        Keep(() => _store.Save(open.Visit with { Open = false, Face = face?.Id }, face, dropped));
        foreach (var (visit, embedding) in _open.Values.Where(other => other.Visit.Face is { } linked && dropped.Contains(linked)).ToList())
        {
            _open[visit.Id] = (visit with { Face = null }, embedding);
        }
    }

    private void Keep(Action change)
    {
        try
        {
            change();
        }
        catch (SqliteException error)
        {
            StrangersLog.VisitNotKept(_logger, error);
        }
    }
}
