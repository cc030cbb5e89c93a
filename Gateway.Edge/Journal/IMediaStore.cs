using Gateway.Cloud.Contract.Events;

namespace Gateway.Edge.Journal;

/// <summary>Media by content hash, encrypted at rest. Safe for use by several threads.</summary>
internal interface IMediaStore
{
    /// <summary>Stores the bytes durably (idempotent by hash) and returns their name.</summary>
    ValueTask<MediaReference> StoreAsync(ReadOnlyMemory<byte> bytes, string contentType, string role, CancellationToken cancellationToken);

    /// <summary>The plain bytes, or null when the medium is not here (never stored, or dropped by retention).</summary>
    /// <exception cref="JournalUnavailableException">The file does not decrypt to the bytes its name promises.</exception>
    ValueTask<byte[]?> ReadAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Erases the medium; true when it was there.</summary>
    ValueTask<bool> DeleteAsync(string sha256, CancellationToken cancellationToken);
}
