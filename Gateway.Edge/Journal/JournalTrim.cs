using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Journal;

/// <summary>Removes receipted records inside the caller's transaction, and keeps the chain verifiable from the first kept one.</summary>
internal static class JournalTrim
{
    /// <summary>Notes the receipt, removes at most <paramref name="limit"/> of the oldest records it covers, and returns how many.</summary>
    public static int Remove(SqliteConnection connection, long receiptedThrough, int limit)
    {
        connection.Execute("UPDATE journal SET receipted_through = max(receipted_through, $through)", ("$through", receiptedThrough));
        var last = connection.Scalar<long?>(
            "SELECT max(sequence) FROM (SELECT sequence FROM record WHERE sequence <= $through ORDER BY sequence LIMIT $limit)",
            ("$through", receiptedThrough),
            ("$limit", limit));
        if (last is null)
        {
            return 0;
        }

        connection.Execute(
            "UPDATE journal SET anchor_sequence = $last, anchor_hash = (SELECT hash FROM record WHERE sequence = $last)", ("$last", last));
        return connection.Execute("DELETE FROM record WHERE sequence <= $last", ("$last", last));
    }
}
