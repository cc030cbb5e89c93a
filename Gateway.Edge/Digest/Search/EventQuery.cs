using Gateway.Edge.Digest.Reading;

namespace Gateway.Edge.Digest.Search;

/// <summary>Which records to find.</summary>
internal sealed record EventQuery
{
    /// <summary>Which sorts; null for all. Has to be pure: it is asked about sorts of records in the journal and of those in the digest.</summary>
    public Func<EventSort, bool>? Sorts { get; init; }

    /// <summary>Part of a plate, in capitals; null for all.</summary>
    public string? Plate { get; init; }

    /// <summary>Opaque id of the person that they are about, 32 digits; null for all.</summary>
    public string? Person { get; init; }

    /// <summary>Not before; null for any time.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Before; null for any time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>True for one of those, but for its time.</summary>
    public bool Matches(DigestEvent seen) =>
        Sorts?.Invoke(seen.Sort) != false
        && (Plate is null || seen.Plates?.Contains(Plate, StringComparison.Ordinal) == true)
        && (Person is null || seen.Person == Person);
}
