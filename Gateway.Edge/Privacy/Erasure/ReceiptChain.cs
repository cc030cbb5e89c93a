using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Edge.Privacy.Erasure;

/// <summary>Chains an erasure's receipts by hash, so that none can be changed or left out unseen: the last hash goes into the journal.</summary>
internal static class ReceiptChain
{
    /// <summary>The hash before the first receipt.</summary>
    public static string Origin(Guid erasure) => Hex(SHA256.HashData(Encoding.UTF8.GetBytes(erasure.ToString())));

    /// <summary>The hash of a receipt, lower-case hex.</summary>
    public static string Next(string before, string store, DateTimeOffset doneAt, string text) =>
        Hex(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{before}\n{store}\n{doneAt.UtcDateTime:O}\n{text}"))));

    /// <summary>True when every receipt follows from the one before.</summary>
    public static bool Holds(PersonErasure erasure)
    {
        var hash = Origin(erasure.Id);
        foreach (var step in erasure.Steps)
        {
            hash = Next(hash, step.Store, step.DoneAt, step.Text);
            if (hash != step.Hash)
            {
                return false;
            }
        }

        return true;
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
