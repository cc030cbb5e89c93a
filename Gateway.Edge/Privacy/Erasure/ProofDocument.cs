using Gateway.Edge.Privacy.Stores;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>The proof of an erasure as a file: what each store and device has said, and the hashes that chain it. Names nobody.</summary>
internal static class ProofDocument
{
    private const string Chain = "hash = sha256(previous hash, LF, store, LF, time in UTC, LF, receipt); before the first: sha256(erasure id). The last one stands in the journal's record person-erased.";

    /// <summary>JSON.</summary>
    public static byte[] Json(PersonErasure erasure) => PrivacyJson.Bytes(new
    {
        Document = "proof-of-erasure",
        erasure.Id,
        Person = erasure.Subject,
        erasure.Kind,
        erasure.Basis,
        erasure.BegunBy,
        erasure.BegunAt,
        erasure.FinishedAt,
        BackupsExpireAt = erasure.BackupsAt,
        erasure.Waiting,
        Chain,
        Receipts = erasure.Steps.Select(step => new { step.Ordinal, step.Store, step.DoneAt, step.Receipt, step.Text, step.Hash }),
    });
}
