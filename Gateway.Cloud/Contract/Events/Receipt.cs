namespace Gateway.Cloud.Contract.Events;

/// <summary>The station's word that it has stored. Published after commit; only this lets the journal forget.</summary>
/// <param name="Journal">The journal whose sequences are meant.</param>
/// <param name="Watermark">Highest sequence up to which nothing is missing; 0 when nothing is stored.</param>
/// <param name="Missing">Gaps above the watermark that the gateway should send again, ascending, at most 100.</param>
/// <param name="Media">SHA-256 of media stored since the last receipt.</param>
/// <param name="MissingMedia">SHA-256 of media that stored events name and that have not arrived whole, at most 100.</param>
public sealed record Receipt(
    string Journal,
    long Watermark,
    IReadOnlyList<SequenceRange> Missing,
    IReadOnlyList<string> Media,
    IReadOnlyList<string> MissingMedia);
