using Gateway.Edge.Perception.Faces;
using Gateway.Edge.Perception.Faces.Recognition;

namespace Gateway.Edge.Alerts.Strangers.Visits;

/// <summary>
/// Faces of finished visits, to tell that somebody returns. Whoever resembles a registered person as much as two sightings of one person do is never among
/// them: the price is that a stranger who does is not seen to return. Safe for use by several threads.
/// </summary>
internal sealed class ReturningFaces(StrangerOptions options, IFaceGallery gallery)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, RememberedFace> _faces = [];
    private long _checkedVersion = -1;

    /// <summary>Faces remembered now.</summary>
    public IReadOnlyCollection<RememberedFace> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _faces.Values];
            }
        }
    }

    /// <summary>Takes back what was remembered before a restart.</summary>
    public void Restore(IEnumerable<RememberedFace> faces)
    {
        lock (_gate)
        {
            foreach (var face in faces)
            {
                _faces[face.Id] = face;
            }
        }
    }

    /// <summary>The face of that id; null where it is remembered no more.</summary>
    public RememberedFace? Find(Guid? id)
    {
        lock (_gate)
        {
            return id is { } given ? _faces.GetValueOrDefault(given) : null;
        }
    }

    /// <summary>The most similar face that still may be remembered; null where nobody is similar enough.</summary>
    public RememberedFace? Match(ReadOnlySpan<float> embedding, DateTimeOffset now)
    {
        lock (_gate)
        {
            return MostSimilar(embedding, now);
        }
    }

    /// <summary>Remembers the face of a finished visit: with the one it matches, or under a new label.</summary>
    /// <returns>What is remembered now, null where nothing may be; and the faces that made room.</returns>
    public (RememberedFace? Face, IReadOnlyList<Guid> Dropped) Remember(Visit visit, ReadOnlyMemory<float> embedding, DateTimeOffset now)
    {
        if (!IsAlive(visit.First, now) || IsRegistered(embedding.Span))
        {
            return (null, []);
        }

        lock (_gate)
        {
            if ((Known(visit.Face, now) ?? MostSimilar(embedding.Span, now)) is { } known)
            {
                var joined = known with
                {
                    Embedding = MeanOf(known, embedding.Span),
                    Visits = known.Visits + 1,
                    LastSeen = visit.Last > known.LastSeen ? visit.Last : known.LastSeen,
                };
                _faces[joined.Id] = joined;
                return (joined, []);
            }

            var dropped = MakeRoom();
            var taken = _faces.Values.Select(face => face.Label).ToHashSet(StringComparer.Ordinal);
            var face = new RememberedFace(Guid.NewGuid(), FaceLabel.Draw(taken), embedding, Visits: 1, visit.First, visit.Last);
            _faces[face.Id] = face;
            return (face, dropped);
        }
    }

    /// <summary>Forgets the faces whose time is over, and those of people who have been registered since; answers which.</summary>
    public IReadOnlyList<Guid> Forget(DateTimeOffset now)
    {
        // Read before the faces are looked at: whoever is registered meanwhile is found the next time.
        var version = gallery.Version;
        var isChanged = version != _checkedVersion;
        List<Guid> forgotten = [.. All.Where(face => !IsAlive(face.Since, now) || (isChanged && IsRegistered(face.Embedding.Span))).Select(face => face.Id)];
        lock (_gate)
        {
            forgotten.ForEach(id => _faces.Remove(id));
        }

        _checkedVersion = version;
        return forgotten;
    }

    // A clock that was set back must not lengthen a face's time: one from the future is dropped as well.
    private bool IsAlive(DateTimeOffset since, DateTimeOffset now) => now - since < options.RememberFor && since - now <= options.Window;

    private bool IsRegistered(ReadOnlySpan<float> embedding) => gallery.Search(embedding) is { Subject: not null, Score: var score } && score >= options.SamePerson;

    private RememberedFace? Known(Guid? id, DateTimeOffset now) => id is { } given && _faces.TryGetValue(given, out var face) && IsAlive(face.Since, now) ? face : null;

    private RememberedFace? MostSimilar(ReadOnlySpan<float> embedding, DateTimeOffset now)
    {
        RememberedFace? best = null;
        var bestScore = (float)options.SamePerson;
        foreach (var face in _faces.Values)
        {
            var score = UnitVector.Cosine(face.Embedding.Span, embedding);
            if (score >= bestScore && IsAlive(face.Since, now))
            {
                (best, bestScore) = (face, score);
            }
        }

        return best;
    }

    private List<Guid> MakeRoom()
    {
        List<Guid> dropped = [.. _faces.Values.OrderBy(face => face.LastSeen).Take(_faces.Count - options.RememberAtMost + 1).Select(face => face.Id)];
        dropped.ForEach(id => _faces.Remove(id));
        return dropped;
    }

    private static float[] MeanOf(RememberedFace face, ReadOnlySpan<float> added)
    {
        var sum = new float[added.Length];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] = (face.Embedding.Span[i] * face.Visits) + added[i];
        }

        UnitVector.Normalise(sum);
        return sum;
    }
}
