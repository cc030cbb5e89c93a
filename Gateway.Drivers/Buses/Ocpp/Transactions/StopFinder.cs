using Gateway.Drivers.Buses.Ocpp.Wire;

namespace Gateway.Drivers.Buses.Ocpp.Transactions;

/// <summary>
/// Finds the transaction that a StopTransaction means. Chargers that began one while cut off send -1, 0 or an id of their own, because
/// the stop was queued before the start was answered.
/// </summary>
internal static class StopFinder
{
    /// <summary>The entry among a charger's own, and how it was found; null for an orphan.</summary>
    /// <param name="own">The charger's transactions.</param>
    /// <param name="stop">The message.</param>
    /// <param name="at">The time to go by.</param>
    public static (TransactionEntry? Entry, StopMatch How) Find(IReadOnlyList<TransactionEntry> own, StopMessage stop, DateTimeOffset at)
    {
        var byId = own.FirstOrDefault(entry => entry.Transaction.Id == stop.TransactionId);
        if (byId is not null)
        {
            return (byId, IsTold(byId.Transaction) ? StopMatch.Repeated : StopMatch.ById);
        }

        if (own.FirstOrDefault(entry => IsRepetition(entry, stop)) is { } before)
        {
            return (before, StopMatch.Repeated);
        }

        var fitting = own.Where(entry => Fits(entry.Transaction, stop, at)).Take(2).ToList();
        return fitting is [var only] ? (only, StopMatch.Guessed) : (null, StopMatch.Orphan);
    }

    /// <summary>Whether the charger itself has told of the end.</summary>
    private static bool IsTold(OcppTransaction transaction) => !transaction.Runs && transaction.Reason != OcppStopReason.Unknown;

    private static bool IsRepetition(TransactionEntry entry, StopMessage stop) =>
        IsTold(entry.Transaction)
        && stop.Timestamp is not null
        && entry.StatedStop == stop.Timestamp
        && entry.Transaction.MeterStop == stop.MeterStop
        && HasTag(entry.Transaction, stop);

    private static bool Fits(OcppTransaction transaction, StopMessage stop, DateTimeOffset at) =>
        !IsTold(transaction)
        && (stop.IdTag is not null || stop.MeterStop is not null) // A message without anything in it must not end a charge.
        && transaction.StartedAt <= at
        && (transaction.StoppedAt is not { } ended || at <= ended) // An end that we have only inferred: it came before.
        && !(stop.MeterStop < transaction.MeterStart)
        && HasTag(transaction, stop);

    private static bool HasTag(OcppTransaction transaction, StopMessage stop) =>
        stop.IdTag is null || string.Equals(transaction.IdTag, stop.IdTag, StringComparison.OrdinalIgnoreCase);
}
