using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>A recorded fact: durable, numbered without gaps from 1, chained to its predecessor by hash.</summary>
/// <param name="Sequence">Gapless, from 1.</param>
/// <param name="Id">UUIDv7.</param>
/// <param name="Time">Wall time of the append.</param>
/// <param name="Monotonic">Nanoseconds of a clock that never jumps, since the process opened the journal; never falls from one record to the next of the same process.</param>
/// <param name="Kind">One of <see cref="EventKind"/>.</param>
/// <param name="Priority">How urgently it travels.</param>
/// <param name="Device">The device it concerns.</param>
/// <param name="Data">UTF-8 JSON.</param>
/// <param name="Media">Media it refers to.</param>
/// <param name="PreviousHash">SHA-256 of the record before; 32 zero bytes for the first.</param>
/// <param name="Hash">SHA-256 over all of the above.</param>
internal sealed record JournalRecord(
    long Sequence,
    Guid Id,
    DateTimeOffset Time,
    long Monotonic,
    string Kind,
    EventPriority Priority,
    string Device,
    ReadOnlyMemory<byte> Data,
    IReadOnlyList<MediaReference> Media,
    ReadOnlyMemory<byte> PreviousHash,
    ReadOnlyMemory<byte> Hash);
