using Gateway.Edge.Privacy.Stores;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>One store's receipt.</summary>
/// <param name="Ordinal">From 1, in the order of completion.</param>
/// <param name="Store">The store's code.</param>
/// <param name="DoneAt">When it was done.</param>
/// <param name="Receipt">What became of it.</param>
/// <param name="Text">The receipt's JSON as it was hashed.</param>
/// <param name="Hash">SHA-256 in lower-case hex over the hash before (of the first: the erasure's id), store, time and text.</param>
internal sealed record ErasureStep(int Ordinal, string Store, DateTimeOffset DoneAt, StoreErasure Receipt, string Text, string Hash);
