using Gateway.Edge.Storage;
using Microsoft.Data.Sqlite;

namespace Gateway.Edge.Access.Grants.Devices;

/// <summary>Receipts as rows.</summary>
internal static class ReceiptRows
{
    /// <summary>Keeps a receipt; one that is kept already stays as it is.</summary>
    public static void Put(SqliteConnection file, GrantReceipt receipt) => file.Execute(
        "INSERT OR IGNORE INTO receipt VALUES ($grant, $device, $revision, $erased, $at)",
        ("$grant", Columns.Key(receipt.Grant)),
        ("$device", receipt.Device),
        ("$revision", receipt.Revision),
        ("$erased", receipt.Erased ? 1 : 0),
        ("$at", receipt.ConfirmedAt.UtcTicks));

    /// <summary>The receipts of one grant, or of all, oldest first.</summary>
    public static List<GrantReceipt> Read(SqliteConnection file, Guid? grant)
    {
        using var command = file.Prepare(
            "SELECT grant_id, device, revision, erased, confirmed_at FROM receipt WHERE $grant IS NULL OR grant_id = $grant ORDER BY confirmed_at, device",
            ("$grant", Columns.Key(grant)));
        using var rows = command.ExecuteReader();
        var receipts = new List<GrantReceipt>();
        while (rows.Read())
        {
            receipts.Add(new GrantReceipt(rows.Id(0), rows.GetString(1), rows.GetInt64(2), rows.GetInt64(3) != 0, rows.Instant(4)));
        }

        return receipts;
    }
}
