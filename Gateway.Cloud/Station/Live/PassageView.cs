using Gateway.Cloud.Contract;
using Gateway.Cloud.Contract.Events;

namespace Gateway.Cloud.Station.Live;

/// <summary>One passage as the page shows it.</summary>
public sealed record PassageView(
    long Id,
    string Compound,
    LocalizedText Gate,
    PassageOutcome Outcome,
    LocalizedText Reason,
    string? MaskedName,
    DateTimeOffset Time,
    long Sequence);
