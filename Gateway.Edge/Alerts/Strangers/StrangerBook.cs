using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Alerts.Strangers;

/// <summary>The strangers of the current window. A sighting either joins one or begins one. Safe for use by several threads.</summary>
internal sealed class StrangerBook(StrangerOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Stranger> _strangers = [];

    /// <summary>Strangers remembered now.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _strangers.Count;
            }
        }
    }

    /// <summary>Takes back strangers that were remembered before a restart; the ones outside of the window are left out.</summary>
    public void Restore(IEnumerable<Stranger> strangers, DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (var stranger in strangers.Where(stranger => now - stranger.LastSeen <= options.Window))
            {
                _strangers[stranger.Id] = stranger;
            }
        }
    }

    /// <summary>Forgets the strangers that have left the window; answers how many.</summary>
    public int ForgetExpired(DateTimeOffset now)
    {
        lock (_gate)
        {
            var expired = _strangers.Values.Where(stranger => now - stranger.LastSeen > options.Window).Select(stranger => stranger.Id).ToList();
            expired.ForEach(id => _strangers.Remove(id));
            return expired.Count;
        }
    }

    /// <summary>Adds a sighting: to the most similar stranger of the window, or as a new one.</summary>
    public StrangerSeen Add(Sighting sighting)
    {
        lock (_gate)
        {
            var forgotten = Forget(sighting.At);
            var match = MostSimilar(sighting.Embedding.Span);
            var seen = match is null ? Begin(sighting) : Join(match, sighting);
            _strangers[seen.Stranger.Id] = seen.Stranger;
            return seen with
            {
                Forgotten = [.. forgotten.Select(stranger => stranger.Id)],
                Before = match is null ? forgotten : [match, .. forgotten],
            };
        }
    }

    /// <summary>Somebody who is here already stays: the window goes on, and nothing is counted. Null where nobody of the window is it.</summary>
    public StrangerSeen? Stay(Sighting sighting)
    {
        lock (_gate)
        {
            if (MostSimilar(sighting.Embedding.Span) is not { } stranger || sighting.At - stranger.LastSeen > options.Window)
            {
                return null;
            }

            var stays = stranger with { LastSeen = sighting.At > stranger.LastSeen ? sighting.At : stranger.LastSeen };
            _strangers[stays.Id] = stays;
            return new StrangerSeen(stays, IsNew: false, HasBetterPortrait: false, Forgotten: []);
        }
    }

    /// <summary>Takes the last sighting back, which nobody could be told of: the next one does what this one should have done.</summary>
    public void Undo(StrangerSeen seen)
    {
        lock (_gate)
        {
            _strangers.Remove(seen.Stranger.Id);
            foreach (var stranger in seen.Before)
            {
                _strangers[stranger.Id] = stranger;
            }
        }
    }

    /// <summary>The last sighting stands, but its portrait could not be kept: the next good one is the best so far again.</summary>
    public StrangerSeen LosePortrait(StrangerSeen seen)
    {
        var before = seen.Before.FirstOrDefault(stranger => stranger.Id == seen.Stranger.Id);
        var poorer = seen.Stranger with { PortraitQuality = before?.PortraitQuality ?? 0 };
        lock (_gate)
        {
            _strangers[poorer.Id] = poorer;
        }

        return seen with { Stranger = poorer };
    }

    private static StrangerSeen Begin(Sighting sighting) => new(
        new Stranger(
            Guid.CreateVersion7(sighting.At),
            sighting.Gate,
            sighting.GateName,
            sighting.Embedding,
            Sightings: 1,
            sighting.At,
            sighting.At,
            sighting.PortraitQuality),
        IsNew: true,
        HasBetterPortrait: true,
        Forgotten: []);

    private static StrangerSeen Join(Stranger stranger, Sighting sighting)
    {
        var better = sighting.PortraitQuality > stranger.PortraitQuality;
        var joined = stranger with
        {
            Embedding = Mean(stranger.Embedding.Span, stranger.Sightings, sighting.Embedding.Span),
            Sightings = stranger.Sightings + 1,
            LastSeen = sighting.At > stranger.LastSeen ? sighting.At : stranger.LastSeen,
            PortraitQuality = Math.Max(stranger.PortraitQuality, sighting.PortraitQuality),
        };
        return new StrangerSeen(joined, IsNew: false, better, Forgotten: []);
    }

    private Stranger? MostSimilar(ReadOnlySpan<float> embedding)
    {
        Stranger? best = null;
        var bestScore = (float)options.SamePerson;
        foreach (var stranger in _strangers.Values)
        {
            var score = UnitVector.Cosine(stranger.Embedding.Span, embedding);
            if (score >= bestScore)
            {
                (best, bestScore) = (stranger, score);
            }
        }

        return best;
    }

    private List<Stranger> Forget(DateTimeOffset now)
    {
        var forgotten = _strangers.Values.Where(stranger => now - stranger.LastSeen > options.Window).ToList();
        if (_strangers.Count - forgotten.Count >= options.Capacity)
        {
            forgotten.Add(_strangers.Values.MinBy(stranger => stranger.LastSeen)!);
        }

        forgotten.ForEach(stranger => _strangers.Remove(stranger.Id));
        return forgotten;
    }

    private static float[] Mean(ReadOnlySpan<float> mean, int count, ReadOnlySpan<float> added)
    {
        var sum = new float[mean.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = (mean[i] * count) + added[i];
        }

        UnitVector.Normalise(sum);
        return sum;
    }
}
