namespace Gateway.Edge.Digest.Reading;

/// <summary>What the digest takes from one journal record.</summary>
/// <param name="Sequence">Its sequence.</param>
/// <param name="At">Wall time of the record.</param>
/// <param name="Sort">What it is.</param>
internal sealed record DigestEvent(long Sequence, DateTimeOffset At, EventSort Sort)
{
    /// <summary>Numbers of vehicles, as read and as taken for, each on a line; null for none.</summary>
    public string? Plates { get; init; }

    /// <summary>Opaque id of the person that it is about; null for none.</summary>
    public string? Person { get; init; }

    /// <summary>A gate opened for somebody.</summary>
    public bool IsPassage { get; init; }

    /// <summary>What wants attention: the happening that it belongs to; null for what is no alert.</summary>
    public string? Alert { get; init; }

    /// <summary>The happening that somebody has taken note of; null for none.</summary>
    public string? Acknowledged { get; init; }

    /// <summary>An outlet and its meter's counter in Wh; null for none.</summary>
    public (string Outlet, double WattHours)? Meter { get; init; }
}
